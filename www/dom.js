// Elements of the page, found and made.

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`the page has no ${type.name} "${id}"`);
}

/**
 * An element with text, never markup.
 * @param {string} name
 * @param {string} [content]
 * @param {string} [className]
 */
export function element(name, content = "", className = "") {
  const made = document.createElement(name);
  made.textContent = content;
  if (className) made.className = className;
  return made;
}

/**
 * A button with text.
 * @param {string} content
 * @param {() => void} act
 */
export function button(content, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = content;
  made.addEventListener("click", act);
  return made;
}

// What is kept on this device, and only if the person agrees. Storage may be refused; then nothing is kept.

/** @typedef {"draft" | "language"} Name */

const key = (/** @type {Name} */ name) => `nutgraf-${name}`;

/** What is kept under a name, `null` for nothing. @param {Name} name */
export function load(name) {
  try {
    return localStorage.getItem(key(name));
  } catch {
    return null;
  }
}

/**
 * Keeps a text; `null` forgets it.
 * @param {Name} name
 * @param {string | null} text
 * @returns {boolean} Whether it worked: a text may be too large.
 */
export function keep(name, text) {
  try {
    if (text === null) localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), text);
    return true;
  } catch {
    return false;
  }
}

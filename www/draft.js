// The draft: kept on this device, and only if the person agrees. Storage may be refused; then nothing is kept.

const KEY = "nutgraf-draft";

/** The draft, `null` where none is kept. */
export function load() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/**
 * Keeps a text; `null` forgets the draft.
 * @param {string | null} text
 * @returns {boolean} Whether it worked: a text may be too large.
 */
export function keep(text) {
  try {
    if (text === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

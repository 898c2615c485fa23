/** A text as Markdown shows it: signs that would be markup are none. @param {string} text */
export function escaped(text) {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");
}

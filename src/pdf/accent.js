// Accents that TeX's older fonts set before their letters: "na¨ıve", "Erd˝os".

/** The accents that combine with a letter, by those that stand alone. @type {Record<string, string>} */
const COMBINING = {
  "´": "\u0301",
  "`": "\u0300",
  "¨": "\u0308",
  ˆ: "\u0302",
  "˜": "\u0303",
  ˇ: "\u030C",
  "˘": "\u0306",
  "˚": "\u030A",
  "¸": "\u0327",
  "˝": "\u030B",
};

const ACCENTED = /([´¨ˆ˜ˇ˘˚¸˝]|(?<=\p{L})`) ?(\p{L})/gu;

/** Letters by which a file shows that its fonts have them, so that "´" is an apostrophe: "l´été". */
const OWN = /[áéíóúàèìòùÁÉÍÓÚÀÈÌÒÙ]/;

/**
 * What writes a text's accents on their letters.
 * @param {string} text The whole text of the file.
 * @returns {(part: string) => string}
 */
export function accents(text) {
  const own = OWN.test(text);
  return (part) =>
    part.replace(ACCENTED, (shown, accent, letter) => {
      const whole = `${letter === "ı" ? "i" : letter}${COMBINING[accent]}`.normalize("NFC");
      const apostrophe = own && (accent === "´" || accent === "`");
      return apostrophe || whole.length > letter.length ? shown : whole;
    });
}

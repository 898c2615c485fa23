// PDF files as small as pdf.js reads them.

/** From line to line, and from the page's edge, in points. */
const LEADING = 14;

/**
 * Lines on one page that is as high as they need.
 * @param {string[]} lines Of ASCII, without brackets.
 * @returns {Uint8Array}
 */
export function pdfOf(lines) {
  const height = LEADING * (lines.length + 4);
  const shown = lines.map((line, index) => {
    const base = height - LEADING * (index + 2);
    return `1 0 0 1 ${LEADING} ${base} Tm (${line}) Tj`;
  });
  const content = `BT /F 11 Tf ${shown.join("\n")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  return new TextEncoder().encode(assembled(objects));
}

/** A PDF file of its objects, the first of which is the catalog. @param {string[]} objects */
export function assembled(objects) {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join("");
  return `%PDF-1.7\n${body}trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`;
}

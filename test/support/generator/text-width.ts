const isWide = (code: number) =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6) ||
  (code >= 0x2010 && code <= 0x2027);

/** Width on a grid of half-width columns: two for a Chinese character, one for a Latin one. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character.codePointAt(0)!) ? 2 : 1;
  return width;
}

/** Cuts a text into lines no wider than `width` half-width columns; numbers are cut only where they are longer than a line. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const piece of paragraph.match(/[0-9０-９.,+\-−－]+|./gsu) ?? []) {
      const pieces = textWidth(piece) > width ? [...piece] : [piece];
      for (const part of pieces) {
        if (line !== "" && textWidth(line) + textWidth(part) > width) {
          lines.push(line);
          line = "";
        }
        line += part;
      }
    }
    lines.push(line);
  }
  return lines.map((line) => line.trim());
}

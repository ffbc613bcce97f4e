const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\udbff][\udc00-\udfff]/;

/** How many display columns a character takes: 2 for East Asian ones, the ideographic space among them. */
export function widthOf(character: string): number {
  return character > "\u10ff" && (character === "\u3000" || wide.test(character)) ? 2 : 1;
}

/** How many display columns a text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

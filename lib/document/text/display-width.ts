import { isHan } from "./line-marks.ts";

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns by code unit; filled when first asked for. Surrogates have none here: what they make together is told apart. */
let widths: Uint8Array | undefined;

function fillWidths(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(1);
  for (let code = 0x1100; code < table.length; code++) if (wide.test(String.fromCharCode(code))) table[code] = 2;
  table[0x3000] = 2;
  table.fill(0, 0xd800, 0xe000);
  return table;
}

/** How many display columns a character takes: 2 for East Asian ones, the ideographic space among them. */
export function widthOf(character: string): number {
  widths ??= fillWidths();
  return widths[character.charCodeAt(0)]! || (character.length > 1 && character >= "\ud840" ? 2 : 1);
}

/** How many display columns a text takes. */
export function displayWidth(text: string): number {
  widths ??= fillWidths();
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Most characters: the table would miss the cache for them.
    const own = isHan(code) ? 2 : widths[code]!;
    if (own > 0) width += own;
    else {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      width += widthOf(character);
      at += character.length - 1;
    }
  }
  return width;
}

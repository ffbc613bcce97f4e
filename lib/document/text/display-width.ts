import { isHan, marks, marksByCode } from "./line-marks.ts";

/** How many display columns a character takes: 2 for East Asian ones, the ideographic space among them. */
export function widthOf(character: string): number {
  if ((marksByCode()[character.charCodeAt(0)]! & marks.wide) !== 0) return 2;
  return character.length > 1 && character >= "\ud840" ? 2 : 1;
}

/** How many display columns a text takes. */
export function displayWidth(text: string): number {
  const known = marksByCode();
  let width = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const own = isHan(code) ? marks.wide : known[code]!;
    if ((own & marks.wide) !== 0) width++;
    else if ((own & marks.surrogate) !== 0) {
      const character = String.fromCodePoint(text.codePointAt(at)!);
      width += widthOf(character) - character.length;
      at += character.length - 1;
    }
  }
  return width;
}

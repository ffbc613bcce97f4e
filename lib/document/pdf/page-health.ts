import type { PageText } from "./geometry.ts";
import { isWide } from "./glyph-widths.ts";
import type { OperatorList } from "./load-pdf.ts";
import { walkOperators } from "./walk-operators.ts";

/** Fewer characters than this are a page number or a scanner's mark. */
export const fewCharacters = 60;

/** Figures, and signs that East Asian fonts make as wide as an em though their characters are not East Asian. */
const ambiguous = /^[\d.,\s·×÷±°§‘’“”–—―…←-↙①-⓿]+$/;

/** Counts of a page's characters, from which it is told what kind of text it has. */
export interface TextHealth {
  characters: number;
  han: number;
  /** Characters that no sound Chinese font gives: Latin ones as wide as an em, private ones, controls. */
  garbled: number;
}

/** Counts characters; letters of a font without a mapping to Unicode keep the width of the ideographs they stand for. */
export function checkText({ items }: PageText): TextHealth {
  const health: TextHealth = { characters: 0, han: 0, garbled: 0 };
  let [letters, ems, strange] = [0, 0, 0];
  for (const { text, x0, x1, size, turn } of items) {
    let [own, wide] = [0, 0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x20) continue;
      own++;
      if (code >= 0x3400 && code <= 0x9fff) health.han++;
      if (isWide(code)) wide++;
      else if (code < 0x20 || (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd) strange++;
    }
    health.characters += own;
    if (wide > 0 || turn !== 0 || ambiguous.test(text)) continue;
    letters += own;
    ems += (x1 - x0) / size;
  }
  health.garbled = letters >= 20 && ems > 0.85 * letters ? letters : strange;
  return health;
}

/** Whether a page shows something apart from its text: a picture over a good part of it, or text as outlines. */
export function hasContent(list: OperatorList, operators: Record<string, number>, { box }: PageText): boolean {
  const page = (box.x1 - box.x0) * (box.y1 - box.y0);
  let paths = 0;
  let picture = 0;
  walkOperators(list, operators, (name, args, { matrix }) => {
    // Pictures are dropped before they are decoded: what is left is the square that they were to fill.
    if (name === "transform") picture = Math.max(picture, Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    else if (name === "constructPath" && args[0] !== operators["endPath"]) paths++;
  });
  return picture > 0.1 * page || paths > 100;
}

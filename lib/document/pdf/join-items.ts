import type { Item } from "./geometry.ts";
import { isWide } from "./glyph-widths.ts";

/** A gap this wide, in ems, is a gap to the reader's eye. */
const visible = 0.8;

/** Joins the items of one line (from left to right) to text: a space only for a visible gap or between Latin words. */
export function joinItems(items: readonly Item[]): string {
  let text = "";
  let last: Item | undefined;
  for (const item of items) {
    const word = closeUp(item);
    if (last) {
      const gap = (item.x0 - last.x1) / item.size;
      if (gap >= visible || (gap > 0.18 && isLatin(text.charCodeAt(text.length - 1)) && isLatin(word.charCodeAt(0))))
        text += " ";
    }
    text += word;
    last = item;
  }
  return text;
}

/** Takes out the spaces that pdf.js puts between letter-spaced glyphs: those beside East Asian characters and between digits. */
function closeUp(item: Item): string {
  const { text } = item;
  if (!text.includes(" ")) return text;
  let result = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20 && !(isLatin(text.charCodeAt(i - 1)) && isLatin(text.charCodeAt(i + 1)))) continue;
    result += text[i];
  }
  return result;
}

/** Letters of spaced scripts; digits are none, since no number holds a space. */
function isLatin(code: number): boolean {
  return !(isWide(code) || code <= 0x20 || (code >= 0x30 && code <= 0x39) || Number.isNaN(code));
}

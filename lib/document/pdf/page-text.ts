import { stripFormat } from "../../chinese/fold.ts";
import { restoreIdeographs } from "../../chinese/radicals.ts";
import { type Item, type PageText, type Turn, toUpright } from "./geometry.ts";
import type { TextContent, TextItem } from "./load-pdf.ts";

/** Ascent and descent of a line of text, in ems: East Asian fonts centre their glyphs about 0.38 em above the baseline. */
const ascent = 0.86;
const descent = 0.12;
/** Punctuation as it is drawn in vertical text. */
const verticalForms = /[\ufe10-\ufe19\ufe30-\ufe48]/g;
/** Dashes that fonts make one glyph of. */
const longDashes = /[\u2e3a\u2e3b]/g;
/** Text turned by other angles than quarter turns is a watermark. */
const skew = 0.12;

/** Makes upright items of what pdf.js found on a page; text printed twice on the same spot stands once, watermarks are left out. */
export function readPageText(page: number, view: readonly number[], content: TextContent): PageText {
  const { raw, marks } = readMarks(content);
  const turn = dominantTurn(raw);
  const digits = digitWidths(raw);
  const items: Item[] = [];
  const seen = new Map<string, Item[]>();
  for (const [index, source] of raw.entries()) {
    const text = restoreIdeographs(stripFormat(normalise(source.str)))
      .replace(verticalForms, (form) => form.normalize("NFKC"))
      .replace(longDashes, (dash) => "—".repeat(dash === "\u2e3a" ? 2 : 3))
      .trim();
    if (text === "") continue;
    const vertical = content.styles[source.fontName]?.vertical === true;
    const item = toItem(source, text, turn, vertical, digits.get(source.fontName) ?? 0.5);
    if (marks[index]) item.mark = marks[index];
    if (!isRepeated(item, seen)) items.push(item);
  }
  const [ax, ay] = toUpright(turn, view[0]!, view[1]!);
  const [bx, by] = toUpright(turn, view[2]!, view[3]!);
  const box = { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
  return { page, turn, box, items };
}

type Source = TextItem;

/** Spaces and ligatures for which pdf.js would look glyph by glyph. */
const composed = /[\u00a0\u2000-\u200a\u202f\ufb00-\ufb06]/;
const normalise = (text: string): string =>
  composed.test(text) ? text.replace(new RegExp(composed, "g"), (sign) => sign.normalize("NFKC")) : text;

/** The pieces of text that are to be seen, each with the innermost named mark that it stands in. */
function readMarks({ items }: TextContent): { raw: TextItem[]; marks: (string | undefined)[] } {
  const raw: TextItem[] = [];
  const marks: (string | undefined)[] = [];
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ("str" in item) {
      if (item.str.trim() === "" || turnOf(item.transform) === null) continue;
      raw.push(item);
      marks.push(open.at(-1));
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(item.id ?? open.at(-1));
  }
  return { raw, marks };
}

function turnOf([a, b]: number[]): Turn | null {
  const length = Math.hypot(a!, b!);
  if (!(length > 0)) return null;
  if (Math.abs(b!) < skew * length) return a! > 0 ? 0 : 180;
  if (Math.abs(a!) < skew * length) return b! > 0 ? 90 : 270;
  return null;
}

function dominantTurn(items: Source[]): Turn {
  const weight = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const item of items) weight[turnOf(item.transform)!] += item.str.length;
  return ([0, 90, 180, 270] as const).reduce((best, turn) => (weight[turn] > weight[best] ? turn : best));
}

/** Width of a digit in each font, from items of nothing but digits: it tells letter spacing from a gap between two numbers. */
function digitWidths(items: Source[]): Map<string, number> {
  const widths = new Map<string, number>();
  for (const { str, width, transform, fontName } of items) {
    if (!/^\d+$/.test(str)) continue;
    const ems = width / str.length / Math.hypot(transform[0]!, transform[1]!);
    if (ems > 0.3 && ems < 1) widths.set(fontName, Math.min(ems, widths.get(fontName) ?? 1));
  }
  return widths;
}

function toItem(source: Source, text: string, pageTurn: Turn, vertical: boolean, digit: number): Item {
  const [a, b, c, d, e, f] = source.transform as [number, number, number, number, number, number];
  const along = Math.hypot(a, b);
  const size = Math.hypot(c, d) || along;
  const [ux, uy] = [a / along, b / along];
  const [vx, vy] = [c / size, d / size];
  const [from, to] = vertical ? [-size / 2, size / 2] : [0, source.width];
  const [low, high] = vertical ? [-Math.abs(source.height), 0] : [-descent * size, ascent * size];
  const [px, py] = toUpright(pageTurn, e + ux * from + vx * low, f + uy * from + vy * low);
  const [qx, qy] = toUpright(pageTurn, e + ux * to + vx * high, f + uy * to + vy * high);
  const turn = ((turnOf(source.transform)! - pageTurn + 360) % 360) as Turn;
  const [, baseline] = toUpright(pageTurn, e, f);
  const [x0, x1] = px < qx ? [px, qx] : [qx, px];
  const [y0, y1] = py < qy ? [py, qy] : [qy, py];
  return { text, size, baseline, turn, vertical, digit, line: 0, x0, y0, x1, y1 };
}

/** More copies of a text at one height than any faux bold makes are not compared with each other. */
const mostCopies = 64;

/** Faux bold prints the same text again within 0.12 em. */
function isRepeated(item: Item, seen: Map<string, Item[]>): boolean {
  const near = 0.12 * item.size;
  const row = Math.round(item.y0 / 2);
  for (let other = row - 1; other <= row + 1; other++) {
    const copies = seen.get(`${other} ${item.text}`);
    if (copies?.some((copy) => Math.abs(copy.x0 - item.x0) <= near && Math.abs(copy.y0 - item.y0) <= near)) return true;
  }
  const key = `${row} ${item.text}`;
  const copies = seen.get(key);
  if (!copies) seen.set(key, [item]);
  else if (copies.length < mostCopies) copies.push(item);
  return false;
}

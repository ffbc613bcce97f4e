import { codeUnits } from "../../chinese/code-units.ts";

/** What stands somewhere in a line, as bits: so that each kind of table is looked for only in lines that can belong to one. */
export const marks = {
  bar: 1,
  tab: 2,
  /** What may part cells as it parts words. */
  separator: 4,
  space: 8,
  /** A comma of ASCII, which parts values. */
  comma: 16,
  /** What lines are drawn with. */
  drawing: 32,
  /** Zero-width and bidirectional characters, to be taken out before anything is read, and Kangxi radicals, to be replaced. */
  format: 64,
  lineEnd: 128,
  /** Two display columns wide: East Asian characters, the ideographic space among them. */
  wide: 256,
  /** Half of a character beyond the first plane: how wide it is, both halves tell together. */
  surrogate: 512,
} as const;

/** The marks that are kept of a line. */
export const ofLines = 0xff;

/** Ranges of the characters that are two columns wide. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
];

/** The same characters that `stripFormat` removes and the radicals that NFKC replaces, as ranges of code units. */
const formatRanges: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0x2f00, 0x2fd5],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
];

let table: Uint16Array | undefined;

function buildTable(): Uint16Array {
  const built = new Uint16Array(0x10000);
  for (const [from, to] of wideRanges) built.fill(marks.wide, from, to + 1);
  built.fill(marks.surrogate, 0xd800, 0xe000);
  const add = (characters: string, mark: number) => {
    for (let at = 0; at < characters.length; at++) built[characters.charCodeAt(at)]! |= mark;
  };
  add("|｜│┃║┆┊¦", marks.bar);
  add("\t", marks.tab);
  add(";；,，、/&^~：", marks.separator);
  add(
    " \t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff",
    marks.space,
  );
  add(",", marks.comma);
  add("+-_=—–─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╭╮╯╰┠┨┯┷┿╂:", marks.drawing);
  add("\n\v\f\r\u0085\u2028\u2029", marks.lineEnd);
  for (const [from, to] of formatRanges) for (let code = from; code <= to; code++) built[code]! |= marks.format;
  return built;
}

/** The marks of every code unit. */
export function marksByCode(): Uint16Array {
  table ??= buildTable();
  return table;
}

/** Whether a code unit is one of the common Han characters, which are wide and nothing else: asking the table for them would miss the cache. */
export const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

/** The marks of a text. */
export function markText(text: string): number {
  const known = marksByCode();
  const units = codeUnits(text);
  const { length } = text;
  let found = 0;
  for (let at = 0; at < length; at++) found |= known[units[at]!]!;
  return found & ofLines;
}

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
  /** Zero-width and bidirectional characters, to be taken out before anything is read. */
  format: 64,
  lineEnd: 128,
} as const;

/** The same characters that `stripFormat` removes, as ranges of code units. */
const formatRanges: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2064],
  [0x2066, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
];

let table: Uint8Array | undefined;

function buildTable(): Uint8Array {
  const built = new Uint8Array(0x10000);
  const add = (characters: string, mark: number) => {
    for (let at = 0; at < characters.length; at++) built[characters.charCodeAt(at)]! |= mark;
  };
  add("|｜│┃║┆┊¦", marks.bar);
  add("\t", marks.tab);
  add(";；,，、", marks.separator);
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
export function marksByCode(): Uint8Array {
  table ??= buildTable();
  return table;
}

/** Whether a code unit is one of the common Han characters, which bear no mark: asking the table for them would miss the cache. */
export const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;

/** The marks of a text. */
export function markText(text: string): number {
  const known = marksByCode();
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isHan(code)) found |= known[code]!;
  }
  return found;
}

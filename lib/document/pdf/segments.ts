import { isFigure } from "./figure-pattern.ts";
import type { Item } from "./geometry.ts";
import { characterEdges } from "./glyph-widths.ts";
import { joinItems } from "./join-items.ts";
import type { Line } from "./page-lines.ts";

/** Text of a line between two gaps. `figure`: it is a number or stands for one. */
export interface Segment {
  text: string;
  x0: number;
  x1: number;
  baseline: number;
  items: readonly Item[];
  figure: boolean;
  /** It was put together from the pieces of a wrapped number. */
  joined?: boolean;
}

/** A gap between columns, in ems; between two figures a smaller one is enough. */
const wide = 1;
const narrow = 0.45;
/** A label may stand close to its row's first number, though not as close as a word processor sets numbers in running text. */
const besideNumber = 0.3;

/** A sign as wide as an em may stand this far from its number. */
const besideSign = 0.75;

/** Texts that overlap by more than this, in ems, run over their cells and are no pieces of one. */
const overlapped = 0.5;

/** Parts a line at its gaps of more than `widest` ems. */
export function toSegments(line: Line, widest: number = wide): Segment[] {
  if (line.whole) return line.items.map((item) => toSegment([item]));
  const words = line.items.flatMap((item) => (item.text.includes(" ") ? toWords(item) : [item]));
  const segments: Segment[] = [];
  let run: Item[] = [];
  const flush = () => {
    if (run.length > 0) segments.push(toSegment(run));
    run = [];
  };
  for (const [at, word] of words.entries()) {
    const last = run.at(-1);
    if (last) {
      const gap = (word.x0 - last.x1) / line.size;
      if (
        (gap > widest && !isSpread(run, words, at)) ||
        (gap < -overlapped && (hasDigit.test(last.text) || hasDigit.test(word.text))) ||
        (gap > besideMark && isMarkedApart(run, word)) ||
        (gap > besideLabel && beginsLabel(words, at)) ||
        (Math.abs(gap) > besideDigits && (areNumbers(last, word) || isNothingBeside(last, word))) ||
        hidesGap(last, word, gap) ||
        (gap > besideNumber && partsNumber(last, word, gap))
      )
        flush();
    }
    run.push(word);
  }
  flush();
  return segments;
}

/** A gap this wide, in ems, parts texts that the document's structure tells apart. */
const besideMark = 0.1;

const hasDigit = /[\d０-９]/;
const single = /^(?![一二三四五六七八九十无無零空])\p{Script=Han}$/u;
/** Characters of one word stand no further apart in their cell, in ems. */
const spreadGap = 1.4;

/** Whether two characters alone are a word spread over its cell: 规　章. */
function isSpread(run: readonly Item[], words: readonly Item[], at: number): boolean {
  const [word, last] = [words[at]!, run.at(-1)!];
  if (run.length > 1 || !single.test(last.text) || !single.test(word.text)) return false;
  const isFar = (a: Item | undefined, b: Item | undefined) => !a || !b || b.x0 - a.x1 > 2 * spreadGap * word.size;
  return word.x0 - last.x1 < spreadGap * word.size && isFar(words[at - 2], last) && isFar(word, words[at + 1]);
}

/** A group's heading stands at least this far from a numbered label, in ems. */
const besideLabel = 0.25;
const enumerator = /^(?:[(（][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．](?!\d))/;

/** Whether a text begins with a list number, in however many pieces. */
function beginsLabel(words: readonly Item[], at: number): boolean {
  if (!/^[(（\d]/.test(words[at]!.text)) return false;
  return enumerator.test(
    words
      .slice(at, at + 4)
      .map(({ text }) => text)
      .join(""),
  );
}

/** Whether two texts are of different pieces of a tagged document; pieces of one digit each may be those of one number. */
function isMarkedApart(run: readonly Item[], word: Item): boolean {
  const last = run.at(-1)!;
  if (last.mark === undefined || word.mark === undefined || last.mark === word.mark) return false;
  const isNumber = /[\d０-９.,，．]$/.test(last.text) && /^[\d０-９.,，．]/.test(word.text);
  return !isNumber || last.text.length > 1 || word.text.length > 1 || run.at(-2)?.mark === last.mark;
}

/** Numbers of several digits this far apart, in ems, are not pieces of one. */
const besideDigits = 0.03;
/** Digits this wide, in ems, are spaced: so may be the pieces of a number. */
const spacedDigit = 0.64;
const digits = /^[-+−－＋]?[\d０-９][\d０-９.,，．]*$/;
const fullWidth = /[^ -~]/;

/** What stands for no number in a cell and is no sign of one. */
const dash = /^[—―]{1,2}$/;
/** A dash this far before a number, in ems, is no sign of it. */
const besideDash = 0.3;
const nothing = /^[无無空零/\\／＼]$/;

/** Whether one of two texts stands for no number, and the other is a number or stands for none as well. */
function isNothingBeside(last: Item, word: Item): boolean {
  if (dash.test(word.text) && digits.test(last.text)) return true;
  if (dash.test(last.text) && digits.test(word.text) && word.x0 - last.x1 > besideDash * word.size) return true;
  const [first, second] = [nothing.test(last.text), nothing.test(word.text)];
  return (first && second) || (first && digits.test(word.text)) || (second && digits.test(last.text));
}

/** Whether two texts stand beside one another that were each set as a whole number. */
function areNumbers(last: Item, word: Item): boolean {
  if (last.text.length + word.text.length < 3 || !digits.test(last.text) || !digits.test(word.text)) return false;
  if (/[.,]$/.test(last.text)) return false;
  return [last, word].every(
    ({ text, x0, x1, size }) => x1 - x0 < (fullWidth.test(text) ? 1.7 : 1) * spacedDigit * size * text.length,
  );
}

/** By how much of an em a text is wider than its digits, where the gap after it was counted in. */
const hiddenGap = 0.3;
const sameWidth = 0.05;

/** Whether two numbers touch only because the gap between them was counted as the first one's width: its digits alone are narrower, and the second one's are not spaced. */
function hidesGap(last: Item, word: Item, gap: number): boolean {
  if (Math.abs(gap) > besideDigits || !digits.test(last.text) || !digits.test(word.text)) return false;
  return spareOf(last) - sameWidth > hiddenGap && Math.abs(spareOf(word)) < sameWidth * word.text.length;
}

/** How much wider a number is than its digits, in ems. */
function spareOf({ text, x0, x1, size, digit }: Item): number {
  let width = 0;
  for (const character of text) width += fullWidth.test(character) ? 1 : /\d/.test(character) ? digit : digit / 2;
  return (x1 - x0) / size - width;
}

/** Whether a gap narrower than one between columns stands between two figures, or before a row's first. */
function partsNumber(last: Item, word: Item, gap: number): boolean {
  if (gap > narrow && /[\d０-９]$/.test(last.text) && /^[\d０-９]/.test(word.text)) return true;
  if (gap < besideSign && /^[-+－＋−]$/.test(last.text)) return false;
  return /^[\d０-９][\d０-９.,，．]*$/.test(word.text) && !/[\d０-９.．]$/.test(last.text);
}

/** Two or three characters spread over their cell: 规　章. */
const spread = /^\p{Script=Han}(?: +\p{Script=Han}){1,2}$/u;

function toWords(item: Item): Item[] {
  if (spread.test(item.text)) return [item];
  const edges = characterEdges(item);
  const words: Item[] = [];
  for (const match of item.text.matchAll(/[^ ]+/g)) {
    words.push({ ...item, text: match[0], x0: edges[match.index]!, x1: edges[match.index + match[0].length]! });
  }
  return words;
}

/** Makes one segment of items that stand side by side. */
export function toSegment(run: Item[]): Segment {
  const text = joinItems(run);
  return {
    text,
    x0: run[0]!.x0,
    baseline: run[0]!.baseline,
    items: run,
    x1: Math.max(...run.map((item) => item.x1)),
    figure: isFigure(text),
  };
}

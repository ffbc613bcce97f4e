import { marks } from "./line-marks.ts";
import { marksOf, type SourceLine } from "./split-lines.ts";

/** A line that may be nothing but a page's number. */
const bare = /^\s*[\d０-９]{1,3}\s*$/;
const longestLine = 100;

/** No page is shorter (lines); so many numbers in a row are no accident. */
const leastPage = 15;
const leastPages = 3;
/** What share of the bare numbers that look like those of pages may be others. */
const mostOthers = 1 / 3;

const isBlank = (line: SourceLine | undefined): boolean => line === undefined || line.text.trim() === "";

const endsPage = (next: SourceLine | undefined): boolean => next === undefined || next.page === true;

/** By what a page's number differs from a figure on a line of its own: an indent, blank lines about it, the page's end. */
const looks: readonly ((lines: readonly SourceLine[], at: number) => boolean)[] = [
  (lines, at) => /^\s{2}/.test(lines[at]!.text),
  (lines, at) => isBlank(lines[at - 1]) && isBlank(lines[at + 1]),
  (lines, at) => endsPage(lines[at + 1]) || (isBlank(lines[at + 1]) && endsPage(lines[at + 2])),
];

/** The lines (indices) of bare numbers. */
function listNumbers(lines: readonly SourceLine[]): number[] {
  const found: number[] = [];
  lines.forEach(({ text }, index) => {
    if (text.length > 0 && text.length <= longestLine && bare.test(text)) found.push(index);
  });
  return found;
}

/** Those of the lines that count the pages one by one, from the first or second on. */
function findSequence(lines: readonly SourceLine[], numbers: readonly number[]): number[] {
  const sequence: number[] = [];
  let last = 0;
  for (const at of numbers) {
    const number = Number(lines[at]!.text.normalize("NFKC"));
    const before = sequence.at(-1);
    const isNext =
      before === undefined ? number === 1 || number === 2 : number === last + 1 && at - before >= leastPage;
    if (!isNext) continue;
    sequence.push(at);
    last = number;
  }
  return sequence;
}

/** Cells between bars or tabs go on below a page's number. */
const delimiters = marks.bar | marks.tab;

/**
 * Lines without the bare numbers of pages that stand among them, and without the blank lines about each: below a label or
 * among cells they would be figures. Where cells may stand one a line a mark (— 5 —) is left in their place, so that nobody
 * takes the gap for blank cells. Only numbers that look otherwise than the figures of the text are those of pages.
 */
export function dropPageNumbers(lines: SourceLine[]): SourceLine[] {
  if (lines.length < leastPage * leastPages) return lines;
  const numbers = listNumbers(lines);
  if (numbers.length < leastPages) return lines;
  for (const look of looks) {
    const own = numbers.filter((at) => look(lines, at));
    const sequence = own.length < leastPages ? [] : findSequence(lines, own);
    if (sequence.length < leastPages || own.length - sequence.length > own.length * mostOthers) continue;
    const apart = sequence.every((at) => isBlank(lines[at - 1]) && isBlank(lines[at + 1]));
    const kept = !lines.some((line) => (marksOf(line) & delimiters) !== 0);
    return takeOut(lines, sequence, apart ? 1 : 0, kept);
  }
  return lines;
}

/** Takes out the numbers with so many lines about each; `kept`: a mark stays in its place. */
function takeOut(
  lines: readonly SourceLine[],
  sequence: readonly number[],
  about: number,
  kept: boolean,
): SourceLine[] {
  const dropped = new Map<number, string | null>();
  for (const at of sequence) {
    for (let near = at - about; near <= at + about; near++) dropped.set(near, null);
    if (kept) dropped.set(at, `— ${lines[at]!.text.trim()} —`);
  }
  return lines.flatMap((line, at) => {
    const mark = dropped.get(at);
    if (mark === undefined) return [line];
    if (mark !== null) return [{ text: mark, line: line.line, ...(line.page ? { page: true } : {}) }];
    return line.page ? [{ text: "", line: line.line, page: true }] : [];
  });
}

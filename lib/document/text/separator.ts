import { marks, marksByCode } from "./line-marks.ts";
import { marksOf, type SourceLine } from "./split-lines.ts";

/** What may part the cells of a row that is written as a sentence is, in the order of trust. */
export type Separator = "; " | ";" | "；" | " / " | "&" | "^" | "~" | ", " | "," | "，" | "、" | "：";

const separators: readonly Separator[] = ["; ", ";", "；", " / ", "&", "^", "~", ", ", "，", "、", "：", ","];

/** No row of a form is longer. */
const longestRow = 400;
/** No cell of a form is longer (Hubei's explanatory labels have some 120 characters). */
const longestCell = 200;
/** So many figures on a line, and so many such lines, are no sentence. */
const leastFigures = 5;
const leastRows = 3;

const figure =
  /^(?:[+\-－−–—]?[\d０-９][\d０-９,，.．]{0,20}[件项項条條笔筆宗个個次]?|[/／\\\-—·无無空零]{1,2}|不[适適]用|NaN)?$/;
const sentenceEnd = /[。！？!?]/;

/** Splits a line at a separator that stands outside of brackets; null where it has none there, or is a sentence. */
export function splitCells(line: string, separator: Separator): string[] | null {
  if (line.length > longestRow || !line.includes(separator[0]!) || sentenceEnd.test(line)) return null;
  const cells: string[] = [];
  const mark = separator[0]!;
  let depth = 0;
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    const character = line[at]!;
    if (character === "(" || character === "（") depth++;
    else if (character === ")" || character === "）") depth = Math.max(0, depth - 1);
    // A blank last cell may have lost its space.
    else if (depth === 0 && character === mark && (line.startsWith(separator, at) || at === line.length - 1)) {
      cells.push(line.slice(from, at).trim());
      from = at + separator.length;
      at = from - 1;
    }
  }
  cells.push(line.slice(from).trim());
  return cells.length > 1 && cells.every(({ length }) => length <= longestCell) ? cells : null;
}

/** Whether a cell holds a figure, a placeholder or nothing. */
export const isFigureCell = (text: string): boolean => figure.test(text);

/** The figures and blanks that end a row. */
export function countFigures(cells: readonly string[]): number {
  let count = 0;
  while (count < cells.length && isFigureCell(cells[cells.length - 1 - count]!)) count++;
  return count;
}

/** A slash between spaces is a placeholder as well, in columns that more spaces part. */
const wideGap = /\S\s{3,}\S/;

function isRow(line: string, separator: Separator): boolean {
  if (separator === " / " && wideGap.test(line)) return false;
  const cells = splitCells(line, separator);
  return cells !== null && countFigures(cells) >= leastFigures;
}

/** Whether a line has separators enough to be a row of figures; cheap, since every line is asked. */
function mayBeRow(line: string): boolean {
  if (line.length > longestRow || line.length < leastFigures || line.endsWith("。")) return false;
  let found = 0;
  const known = marksByCode();
  for (let at = 0; at < line.length; at++) {
    if ((known[line.charCodeAt(at)]! & marks.separator) !== 0 && ++found >= leastFigures - 1) return true;
  }
  return false;
}

/** The separator that parts the figures of several lines; null where no lines are such rows. */
export function findSeparator(lines: readonly SourceLine[]): Separator | null {
  let candidates: string[] | undefined;
  for (const line of lines) {
    const { text } = line;
    if ((marksOf(line) & marks.separator) === 0 || !mayBeRow(text)) continue;
    candidates ??= [];
    candidates.push(text);
  }
  if (candidates === undefined || candidates.length < leastRows) return null;
  const rows = candidates;
  return separators.find((separator) => rows.filter((line) => isRow(line, separator)).length >= leastRows) ?? null;
}

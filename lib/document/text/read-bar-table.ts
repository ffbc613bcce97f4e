import type { TableBlock } from "../document.ts";
import { dropClosing, toDelimitedTable } from "./delimited-table.ts";
import { isHan, marks, marksByCode } from "./line-marks.ts";
import { marksOf, type SourceLine } from "./split-lines.ts";

const bars = /[|｜│┃║┆┊¦]/g;

/** A line that only draws: +---+, |---|:--|, ├──┼──┤. */
const drawing = /^[\s+|｜│┃║┆┊¦:=\-_—–─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╭╮╯╰┠┨┯┷┿╂]+$/;
const rule = /[-_=—–─━═]{2}|[─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]/;

const drawn = /[+─━═┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]/;

/** One or two dashes between bars stand for a figure that is not there; a drawn rule has three, or corners. */
function isDrawing(text: string): boolean {
  if (!drawing.test(text) || !rule.test(text)) return false;
  if (drawn.test(text)) return true;
  return text.split(bars).every((cell) => /^\s*$|[-_=—–]{3}|:[-_=—–]+|[-_=—–]+:/.test(cell));
}

const isSpace = (known: Uint16Array, code: number): boolean => (known[code]! & marks.space) !== 0;

/** The text from `from` up to `to` without white space around it. */
function cut(text: string, from: number, to: number, known: Uint16Array): string {
  let start = from;
  let end = to;
  while (start < end && isSpace(known, text.charCodeAt(start))) start++;
  while (end > start && isSpace(known, text.charCodeAt(end - 1))) end--;
  return start === end ? "" : text.slice(start, end);
}

/** The texts between a line's bars; where all lines begin with one, it opens the first cell. */
function splitCells(text: string, leading: boolean): string[] {
  const known = marksByCode();
  const cells: string[] = [];
  let from = 0;
  if (leading) while ((known[text.charCodeAt(from)]! & marks.bar) === 0) from++;
  for (let at = leading ? ++from : 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isHan(code) || (known[code]! & marks.bar) === 0) continue;
    cells.push(cut(text, from, at, known));
    from = at + 1;
  }
  cells.push(cut(text, from, text.length, known));
  return cells;
}

/** Whether a line's first character that is no white space is a bar. */
function beginsWithBar({ text }: SourceLine): boolean {
  const known = marksByCode();
  let at = 0;
  while (at < text.length && isSpace(known, text.charCodeAt(at))) at++;
  return at < text.length && (known[text.charCodeAt(at)]! & marks.bar) !== 0;
}

function endsWithBar({ text }: SourceLine): boolean {
  const known = marksByCode();
  let at = text.length - 1;
  while (at >= 0 && isSpace(known, text.charCodeAt(at))) at--;
  return at >= 0 && (known[text.charCodeAt(at)]! & marks.bar) !== 0;
}

interface Run {
  rows: SourceLine[];
  end: number;
}

/** Consecutive lines with bars from `at` on; blank and drawn lines between them belong to the run. */
function collectRun(lines: readonly SourceLine[], at: number): Run {
  const rows: SourceLine[] = [];
  let end = at;
  for (let i = at; i < lines.length; i++) {
    const { text } = lines[i]!;
    const own = marksOf(lines[i]!);
    if ((own & ~marks.space) === 0 && text.trim() === "") continue;
    if ((own & marks.drawing) !== 0 && isDrawing(text.trim())) {
      end = i + 1;
      continue;
    }
    if ((own & marks.bar) === 0) break;
    rows.push(lines[i]!);
    end = i + 1;
  }
  return { rows, end };
}

/** A bar at the end (or both ends) of a line says table; one between words may part links of a navigation. */
function isTable(rows: readonly SourceLine[]): boolean {
  return rows.length > 1 || rows.some((row) => endsWithBar(row) || beginsWithBar(row));
}

/** Reads the table of lines with bars that begins at line `at`, one row a line; null where none begins there. */
export function readBarTable(lines: readonly SourceLine[], at: number): { block: TableBlock; end: number } | null {
  const first = lines[at]!;
  const next = lines[at + 1];
  const hasBar = (marksOf(first) & marks.bar) !== 0;
  const nextHas = next !== undefined && (marksOf(next) & marks.bar) !== 0;
  if (!hasBar && !(nextHas && isDrawing(first.text.trim()))) return null;
  const { rows, end } = collectRun(lines, at);
  if (!isTable(rows)) return null;
  const framed = rows.every(beginsWithBar);
  const texts = rows.map(({ text, line }) => ({ texts: splitCells(text, framed), line }));
  return { block: toDelimitedTable(dropClosing(texts)), end };
}

import type { TableBlock } from "../document.ts";
import { dropClosing, toDelimitedTable } from "./delimited-table.ts";
import { marks, marksByCode } from "./line-marks.ts";
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

/** The texts between a line's bars, without white space around them; where all lines begin with a bar, it opens the first cell. */
function splitCells(text: string, leading: boolean): string[] {
  const known = marksByCode();
  const { bar, space } = marks;
  const cells: string[] = [];
  // Where the cell's text begins and ends; it has none yet where the two are the same.
  let start = 0;
  let end = 0;
  let opened = !leading;
  for (let at = 0; at < text.length; at++) {
    const own = known[text.charCodeAt(at)]!;
    if ((own & bar) !== 0) {
      if (opened) cells.push(text.slice(start, end));
      opened = true;
      start = end = at + 1;
    } else if ((own & space) === 0) {
      if (end === start) start = at;
      end = at + 1;
    }
  }
  cells.push(text.slice(start, end));
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

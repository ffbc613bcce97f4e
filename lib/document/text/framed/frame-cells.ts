import { displayWidth } from "../display-width.ts";
import { isFigureLine } from "../is-figure-line.ts";
import { type Columns, isBar, isJoint, isWall } from "./lay-out-frame.ts";

/** One line of a frame: its place in the source and its characters by column. */
export interface FrameLine {
  columns: Columns;
  line: number;
}

/** A cell of a frame: the rows and columns it covers (ends excluded), and its lines of text. */
export interface FrameCell {
  top: number;
  bottom: number;
  left: number;
  right: number;
  texts: { text: string; line: number }[];
}

/** Whether the rule runs between two edges on a line: joints at both, and nothing else between. */
function isRuled({ columns }: FrameLine, from: number, to: number): boolean {
  if (!isJoint(columns[from]) || !isJoint(columns[to])) return false;
  for (let at = from + 1; at < to; at++) if (!isBar(columns[at]) && !isJoint(columns[at])) return false;
  return true;
}

/** Whether a line holds nothing but the frame. */
const isDrawn = ({ columns }: FrameLine): boolean =>
  columns.every((character) => isBar(character) || isJoint(character) || isWall(character) || character.trim() === "");

/** The lines of a frame parted into rows: each rule's line begins the next one. */
interface Row {
  /** The rule above: where text may stand as well, in cells that span rows. */
  rule: FrameLine;
  lines: FrameLine[];
}

function toRows(lines: readonly FrameLine[], edges: readonly number[]): Row[] {
  const rows: Row[] = [];
  for (const line of lines) {
    const ruled = edges.slice(1).some((edge, at) => isRuled(line, edges[at]!, edge));
    if (ruled) rows.push({ rule: line, lines: [] });
    else rows.at(-1)?.lines.push(line);
  }
  return rows;
}

/** The text of a line between two edges. */
const cut = ({ columns }: FrameLine, from: number, to: number): string =>
  columns
    .slice(from + 1, to)
    .join("")
    .trim();

/** Whether cells on both sides of an edge are parted in a row: a wall stands on each of its lines. */
const isParted = ({ lines }: Row, edge: number): boolean =>
  lines.length > 0 && lines.every(({ columns }) => isWall(columns[edge]));

/** The cells of one row before those that span rows are joined. */
function cellsOf(row: Row, at: number, edges: readonly number[]): FrameCell[] {
  const cells: FrameCell[] = [];
  let left = 0;
  for (let right = 1; right < edges.length; right++) {
    if (right < edges.length - 1 && !isParted(row, edges[right]!)) continue;
    const texts = row.lines.map((line) => ({ text: cut(line, edges[left]!, edges[right]!), line: line.line }));
    cells.push({ top: at, bottom: at + 1, left, right, texts });
    left = right;
  }
  return cells;
}

/** A number that was wrapped fills its cell's lines but for a space on both sides. */
const slack = 2;
/** So many rows of figures that rules part show that rules part all. */
const leastRows = 3;

const figuresOf = ({ texts }: FrameCell) => texts.filter(({ text }) => isFigureLine(text));

/** Whether the upper ones of a cell's figures leave no room for more. */
function isFull(cell: FrameCell, edges: readonly number[]): boolean {
  const room = edges[cell.right]! - edges[cell.left]! - 1 - slack;
  return figuresOf(cell)
    .slice(0, -1)
    .every(({ text }) => displayWidth(text) >= room);
}

/** Whether most figures of a row stand on its first line only: those that go on below were wrapped. */
function beginsAbove(row: readonly FrameCell[]): boolean {
  const figures = row.map(figuresOf).filter(({ length }) => length > 0);
  const single = figures.filter(({ length }) => length === 1);
  const first = Math.min(...figures.map(([figure]) => figure!.line));
  return single.length * 2 >= figures.length && single.every(([figure]) => figure!.line === first);
}

/** Whether some cell holds figures on several lines that need not be one number: rows, perhaps, that no rule parts. */
function holdsRows(cells: readonly FrameCell[], edges: readonly number[]): boolean {
  const rows = new Map<number, FrameCell[]>();
  for (const cell of cells) {
    if (figuresOf(cell).length === 0) continue;
    rows.set(cell.top, [...(rows.get(cell.top) ?? []), cell]);
  }
  return [...rows.values()].some((row) => {
    const several = row.filter((cell) => figuresOf(cell).length > 1);
    if (several.length === 0) return false;
    return rows.size < leastRows || !(several.every((cell) => isFull(cell, edges)) || beginsAbove(row));
  });
}

/**
 * Reads the cells that a frame's rules and walls draw, those that span rows or columns once; null where they are no
 * rectangles, or where rules do not part the rows. `edges`: the columns at which cells may begin and end.
 */
export function readFrameCells(lines: readonly FrameLine[], edges: readonly number[]): FrameCell[] | null {
  const all = toRows(lines, edges);
  // Text beside a rule that another rule follows at once would be no cell's.
  if (all.some((row) => row.lines.length === 0 && !isDrawn(row.rule))) return null;
  const rows = all.filter((row) => row.lines.length > 0);
  const done: FrameCell[] = [];
  let open: FrameCell[] = [];
  for (const [at, row] of rows.entries()) {
    const next: FrameCell[] = [];
    for (const cell of cellsOf(row, at, edges)) {
      const [from, to] = [edges[cell.left]!, edges[cell.right]!];
      const ruled = at === 0 || isRuled(row.rule, from, to);
      const above = ruled ? undefined : open.find(({ left, right }) => left === cell.left && right === cell.right);
      if (above === undefined) {
        // A rule under a part of a cell: cells that are no rectangles.
        if (!ruled) return null;
        next.push(cell);
        continue;
      }
      above.bottom = at + 1;
      above.texts.push({ text: cut(row.rule, from, to), line: row.rule.line }, ...cell.texts);
      next.push(above);
    }
    done.push(...open.filter((cell) => !next.includes(cell)));
    open = next;
  }
  const cells = [...done, ...open];
  return holdsRows(cells, edges) ? null : cells;
}

import type { TableBlock, TableCell } from "../document.ts";
import { doubtful } from "../doubtful.ts";
import { isFigureLine } from "./is-figure-line.ts";
import type { SourceLine } from "./split-lines.ts";

/** More cells in a row, paragraphs in a cell or blank lines between two of them are no copied table. */
const limits = { cells: 40, paragraphs: 12, blanks: 12 };
/** No cell of a form that heads a whole row is longer. */
const longestSingle = 60;

/** The heading of a part, or the label of a row like it. */
const heading = /^(?:第[一二三四五六七]部分|[一二三四五六七][、.．])/;

interface Cell {
  texts: string[];
  line: number;
  /** Index of its first line among all lines. */
  index: number;
}

/** Whether a line holds nothing but tabs: what a browser writes between two cells whose texts are paragraphs. */
const isTabLine = (text: string): boolean => text.includes("\t") && text.trim() === "";

/** Blank lines between the line `at` and a line of tabs below it; null where something else follows. */
function blanksToTab(lines: readonly SourceLine[], at: number): number | null {
  for (let below = at + 1; below < lines.length && below <= at + 3; below++) {
    const { text } = lines[below]!;
    if (isTabLine(text)) return below - at - 1;
    if (text.trim() !== "") return null;
  }
  return null;
}

/** Gathers cells and rows of a copied table; `end` is the index of the first line that is none of it. */
class CopiedRows {
  readonly rows: Cell[][] = [];
  /** Rows of one cell: of the table if a row of several follows. */
  private tentative: Cell[][] = [];
  private row: Cell[] = [];
  private cell: Cell = { texts: [], line: 0, index: 0 };
  private afterTab = false;
  gaps = 0;
  private readonly usual: number;
  end: number | null = null;

  constructor(usual: number) {
    this.usual = usual;
  }

  addText(text: string, line: number, index: number, blanks: number): void {
    const filled = this.cell.texts.length > 0;
    if (blanks > this.usual && (filled || this.afterTab)) {
      this.gaps++;
      this.closeRow(index);
    } else if (filled && isFigureLine(this.cell.texts[0]!) && !isFigureLine(text)) {
      // Rows are parted by more blank lines: what follows the last figure closely follows the table.
      this.finish(index);
    }
    if (this.end !== null) return;
    if (this.cell.texts.length === 0) Object.assign(this.cell, { line, index });
    this.cell.texts.push(text);
    this.afterTab = false;
    if (this.cell.texts.length > limits.paragraphs) this.finish(this.cell.index);
  }

  addTab(line: number, index: number, blanks: number): void {
    const { texts } = this.cell;
    if (texts.length > 0 && blanks > this.usual) {
      this.gaps++;
      this.closeRow(index);
    }
    if (this.end === null && this.row.length === 0 && this.cell.texts.length > 1 && heading.test(this.cell.texts[0]!))
      this.finish(this.cell.index);
    if (this.end !== null) return;
    if (this.cell.texts.length === 0) Object.assign(this.cell, { line, index });
    this.closeCell();
    this.afterTab = true;
    if (this.row.length > limits.cells) this.finish(this.row[0]!.index);
  }

  private closeCell(): void {
    // A figure with another one below it, a page's number perhaps, is neither.
    const { texts } = this.cell;
    if (texts.length > 1 && texts.filter(isFigureLine).length > 1) texts.push(texts.pop()! + doubtful);
    this.row.push(this.cell);
    this.cell = { texts: [], line: 0, index: 0 };
  }

  private closeRow(index: number): void {
    if (this.cell.texts.length === 0) Object.assign(this.cell, { line: this.row.at(-1)?.line ?? 0, index });
    this.closeCell();
    const row = this.row;
    this.row = [];
    this.afterTab = false;
    if (row.length > 1) {
      this.rows.push(...this.tentative, row);
      this.tentative = [];
      return;
    }
    const text = row[0]!.texts.join("");
    this.tentative.push(row);
    if (text.length > longestSingle || this.tentative.length > 2) this.finish(index);
  }

  /** Ends the table: of an open cell only the first paragraph is its, of the rows of one cell none. */
  finish(index: number): void {
    this.end = index;
    const { texts } = this.cell;
    const whole = this.row.length > 0;
    if (whole) {
      if (texts.length > 1) this.end = Math.min(index, this.cell.index + 1);
      this.cell.texts = texts.slice(0, 1);
      if (this.cell.texts.length > 0 || this.afterTab) this.closeRow(index);
    } else if (texts.length > 0) this.end = Math.min(this.end, this.cell.index);
    const first = this.tentative[0]?.[0];
    if (first) this.end = Math.min(this.end, first.index);
  }
}

function collect(lines: readonly SourceLine[], at: number, usual: number): CopiedRows {
  const gathered = new CopiedRows(usual);
  let blanks = 0;
  for (let index = at; index < lines.length && gathered.end === null; index++) {
    const { text, line } = lines[index]!;
    if (!text.includes("\t")) {
      if (text.trim() === "") {
        if (++blanks > limits.blanks) break;
        continue;
      }
      gathered.addText(text.trim(), line, index, blanks);
      blanks = 0;
      continue;
    }
    text.split("\t").forEach((piece, position) => {
      if (position > 0 && gathered.end === null) gathered.addTab(line, index, blanks);
      if (position > 0) blanks = 0;
      if (piece.trim() === "" || gathered.end !== null) return;
      gathered.addText(piece.trim(), line, index, blanks);
      blanks = 0;
    });
  }
  if (gathered.end === null) gathered.finish(lines.length);
  return gathered;
}

/**
 * Reads the table that begins at line `at` as a browser copies one whose cells hold paragraphs: the cells of a row parted
 * by lines of a single tab, rows by more blank lines; merged cells leave nothing. Null where none begins there, or where the
 * blank lines that part its rows were dropped.
 */
export function readCopiedTable(lines: readonly SourceLine[], at: number): { block: TableBlock; end: number } | null {
  const { text } = lines[at]!;
  if (text.trim() === "" || text.includes("\t")) return null;
  const usual = blanksToTab(lines, at);
  if (usual === null) return null;
  const gathered = collect(lines, at, usual);
  const { rows, end } = gathered;
  if (rows.length < 2 || end === null || end <= at || gathered.gaps === 0) return null;
  const cells: TableCell[] = rows.flatMap((row, index) =>
    row.map(({ texts, line }, column) => ({
      text: texts.join("\n"),
      row: index,
      column,
      rowSpan: 1,
      columnSpan: 1,
      location: { line },
    })),
  );
  const columns = Math.max(...rows.map((row) => row.length));
  const location = { line: rows[0]![0]!.line };
  return { block: { kind: "table", grid: "delimited", rows: rows.length, columns, cells, location }, end };
}

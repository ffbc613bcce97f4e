import type { Block, Document, TableBlock } from "../../document/document.ts";
import type { TableName } from "../../forms/form.ts";
import { form2021 } from "../../forms/forms.ts";
import { isFigureText } from "../parse-figure.ts";
import type { Segment } from "../split-document.ts";
import { rowIndexes } from "./cues.ts";
import { matchLabel, toLabelKey } from "./match-label.ts";
import { partInline, readNamedRow } from "./named-figures.ts";
import { scanGrid } from "./scan-grid.ts";
import { StreamScan } from "./scan-stream.ts";
import { type ScannedTable, TableScan } from "./table-scan.ts";
import { wordOf } from "./word.ts";

/** The tables of a report's segments as scanned, with what they say of the form they follow. */
export interface TablesFound {
  copies: readonly ScannedTable[];
  /** Text blocks that are lines of tables. */
  consumed: ReadonlySet<number>;
  votes: { disclosure: Record<"2019" | "2021", number>; applications: Record<"2019" | "2021", number> };
  tables: number;
  rows: number;
}

/** Words by which one form is known from another: columns of part two, rows of part three. */
const only2019 = /新制作数量|新公开数量|对外公开总数|上一年项目数|本年增减|采购项目数|采购总金额/;
const only2021 = /制发件数|废止件数|现行有效件数|收费金额/;

/** A table whose rows are single cells is a stream of cells; a row of one figure and blanks as wide as most is none of those. */
function isStream(table: TableBlock): boolean {
  if (table.grid !== "delimited") return false;
  let rows = 0;
  let single = 0;
  let row = -1;
  let width = 0;
  let filled = 0;
  const close = () => {
    if (filled > 0) rows++;
    if (filled === 1 && width <= 2) single++;
  };
  // The cells of such a table stand row by row.
  for (const cell of table.cells) {
    if (cell.row !== row) {
      close();
      row = cell.row;
      width = 0;
      filled = 0;
    }
    width++;
    if (cell.text !== "" && cell.text.trim() !== "") filled++;
  }
  close();
  // One line alone is a row whose cells are blank.
  return rows > 0 && table.rows > 1 && single / rows > 0.6;
}

function streamTable(table: TableBlock, stream: StreamScan, afterPage: boolean): void {
  let gap = 0;
  let page = afterPage;
  const widths = new Array<number>(table.rows).fill(0);
  for (const { row } of table.cells) widths[row]!++;
  for (const cell of [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const { text, location } = cell;
    if (text.trim() === "") {
      // A line of one blank cell is a blank cell; one of several is what merged cells left behind.
      if (widths[cell.row] === 1) gap++;
      continue;
    }
    stream.push(page ? { text: text.trim(), location, gap, page } : { text: text.trim(), location, gap });
    gap = 0;
    page = false;
  }
}

const listNumber = /^[\d０-９]{1,2}[.．、]$/;

/** A label and its figures on one line, parted by spaces (pdftotext -raw): their tokens; undefined for any other line. */
function splitLine(text: string): string[] | undefined {
  if (text.length > 120 || !/\s/.test(text.trim())) return undefined;
  const words = text.trim().split(/\s+/);
  let first = words.length;
  while (first > 0 && isFigureText(words[first - 1]!)) first--;
  const figures = words.slice(first);
  if (figures.length === 0 || (first > 0 && words.slice(0, first).join("").length > 60)) return undefined;
  // The number of a list alone is a label's, which the line does not tell.
  if (first === 0 && listNumber.test(figures[0]!)) return undefined;
  if (first === 0) return figures.length > 1 ? figures : undefined;
  return [words.slice(0, first).join(""), ...figures];
}

const longestLine = 60;
/** A page number between two pages of a table is no figure of it: - 3 -, 第3页, 3 / 9. */
const pageNumber = /^(?:[-—–―·]+\s*\d{1,3}\s*[-—–―·]+|第\s*\d{1,3}\s*页.{0,10}|\d{1,3}\s*\/\s*\d{1,3})$/;
const longestPageNumber = 40;
const leastSentence = 24;
const figureEnd = /[\d０-９件项条]。$/;

/** Whether a line is a sentence, which is no cell: figures may end with a full stop, and labels are shorter. */
const isSentence = (text: string): boolean =>
  text.length > leastSentence && text.endsWith("。") && !figureEnd.test(text);

const isLabelOf = (name: TableName, text: string): boolean => matchLabel(rowIndexes[name], text) >= 0;

const partTables = new Map(form2021.tables.map((table) => [table.part as number, table.name]));

/** A label on a line of its own above a line of nothing but figures. */
function openLabelled(above: Block | undefined, { cells }: TableBlock, scan: TableScan): void {
  const name = scan.current;
  if (above?.kind !== "text" || !name || name === "proceedings" || !cells[0]) return;
  // On a page of a PDF what is read before a table need not stand above it.
  if (above.location.page !== undefined || !cells.every(({ row, text }) => row > 0 || isFigureText(text))) return;
  const key = rowIndexes[name].rows[matchLabel(rowIndexes[name], above.text)]?.key;
  if (key === undefined) return;
  if (!scan.endsWith(name, key)) scan.addRow(name, key, above.text, [], above);
  scan.awaitFigures();
}

const everyTable: readonly TableName[] = ["disclosure", "applications", "proceedings"];

/** Reads the row of named figures whose label is the text block `at`; answers the last block that it takes. */
function scanNamed(document: Document, at: number, end: number, scan: TableScan, stream: StreamScan): number | null {
  const textAt = (offset: number) => {
    const block = at + offset < end ? document.blocks[at + offset] : undefined;
    return block?.kind === "text" ? block : undefined;
  };
  const likely = scan.announced ?? scan.current;
  const tables = likely ? [likely, ...everyTable.filter((name) => name !== likely)] : everyTable;
  const pieces = partInline(textAt(0)!);
  const row = readNamedRow(pieces ? (offset) => pieces[offset] : textAt, tables);
  if (row === null || (pieces && row.length < pieces.length)) return null;
  stream.flush();
  row.names.forEach((name, index) => {
    scan.addHeader(row.table, name, row.evidence, index === 0);
  });
  scan.addRow(row.table, row.key, row.label, row.values, row.evidence);
  scan.awaitNothing();
  return pieces ? at : at + row.length - 1;
}

/** Lines that the label of a row between tabs may be broken over, above the line with its figures. */
const mostLead = 3;

/** A table whose first label began on the lines above it (行政 / 许可 → 5), with the label whole; any other as it is. */
function joinLead(blocks: readonly Block[], index: number, table: TableBlock, scan: TableScan): TableBlock {
  const first = table.cells[0];
  if (table.grid !== "delimited" || !first || isFigureText(first.text)) return table;
  const names = scan.current ? [scan.current] : (["applications", "disclosure"] as const);
  const isLabel = (text: string) => names.some((name) => isLabelOf(name, text));
  if (isLabel(first.text)) return table;
  let text = first.text;
  let line = first.location.line;
  for (let above = index - 1; above >= index - mostLead; above--) {
    const block = blocks[above];
    if (block?.kind !== "text" || block.location.line !== line - 1 || block.text.length > longestLine) return table;
    text = block.text + text;
    line = block.location.line;
    if (isLabel(text))
      return { ...table, cells: [{ ...first, text, location: block.location }, ...table.cells.slice(1)] };
  }
  return table;
}

function scanSegment(document: Document, segment: Segment, scan: TableScan, consumed: Set<number>): void {
  const stream = new StreamScan(scan);
  const headings = new Map(segment.headings.map((heading) => [heading.block, heading.part]));
  scan.guesses = headings.size === 0;
  const headed = [2, 3].every((part) => segment.headings.some((heading) => heading.part === part));
  let previousLine = 0;
  let afterPage = false;
  const gapTo = (block: Block) =>
    block.location.page === undefined ? Math.max(0, block.location.line - previousLine - 1) : 0;
  for (let index = segment.start; index < segment.end; index++) {
    const block = document.blocks[index]!;
    if (block.kind === "image") continue;
    if (block.kind === "table") {
      if (isStream(block)) streamTable(block, stream, afterPage);
      else {
        stream.flush();
        scan.awaitNothing();
        openLabelled(document.blocks[index - 1], block, scan);
        scanGrid(joinLead(document.blocks, index, block, scan), scan);
      }
      afterPage = false;
      previousLine = block.cells.findLast(({ text }) => text.trim() !== "")?.location.line ?? previousLine;
      continue;
    }
    if (block.text.length <= longestPageNumber && pageNumber.test(block.text)) {
      // Blank lines before it, and one after it, are its own.
      if (block.location.page === undefined) {
        previousLine = block.location.line + 1;
        afterPage = true;
      }
      continue;
    }
    const gap = gapTo(block);
    previousLine = (block.breaks?.at(-1)?.[1] ?? block.location).line;
    if (headings.has(index)) {
      stream.flush(gap);
      const announced = partTables.get(headings.get(index)!);
      scan.closeTable(announced);
      // Where the parts that hold the tables are headed, a table of another part (categories with their counts) is none of them.
      scan.guesses = announced !== undefined || !headed;
      stream.expect(announced);
      continue;
    }
    if (isSentence(block.text) && !(scan.current && isLabelOf(scan.current, block.text))) {
      stream.flush(gap);
      continue;
    }
    const last = scanNamed(document, index, segment.end, scan, stream);
    if (last !== null) {
      while (index < last) consumed.add(index++);
      consumed.add(last);
      previousLine = document.blocks[last]!.location.line;
      continue;
    }
    if (block.text.length > longestLine && !splitLine(block.text)) {
      stream.flush(gap);
      continue;
    }
    const words = splitLine(block.text) ?? [block.text];
    const taken = words.map((text, word) => {
      const token = { text, location: block.location, gap: word === 0 && !afterPage ? gap : 0 };
      return stream.push(afterPage ? { ...token, page: true } : token);
    });
    afterPage = false;
    if (taken.some(Boolean)) consumed.add(index);
  }
  stream.flush();
  scan.closeTable();
}

function vote(copies: readonly ScannedTable[]): TablesFound["votes"] {
  const votes = { disclosure: { "2019": 0, "2021": 0 }, applications: { "2019": 0, "2021": 0 } };
  for (const copy of copies) {
    const keys = new Set(copy.rows.map((row) => row.key));
    if (copy.name === "disclosure") {
      const headers = new Set<string>();
      for (const { text } of copy.lines) headers.add(toLabelKey(text));
      let last: readonly string[] | undefined;
      for (const row of copy.rows) {
        if (row.headers === last) continue;
        last = row.headers;
        for (const text of last) headers.add(wordOf(text).key);
      }
      for (const header of headers) {
        if (only2019.test(header)) votes.disclosure["2019"]++;
        if (only2021.test(header)) votes.disclosure["2021"]++;
      }
      if (keys.has("otherServices")) votes.disclosure["2019"]++;
      if (keys.has("procurement")) votes.disclosure["2019"]++;
    }
    if (copy.name === "applications") {
      if (keys.has("other")) votes.applications["2019"]++;
      for (const key of ["otherNotCorrected", "otherFeeUnpaid"]) if (keys.has(key)) votes.applications["2021"]++;
    }
  }
  return votes;
}

/** Scans the tables of a report and of its further copies, in reading order. */
export function scanTables(document: Document, segments: readonly Segment[]): TablesFound {
  const scan = new TableScan();
  const consumed = new Set<number>();
  for (const segment of segments) scanSegment(document, segment, scan, consumed);
  const rows = scan.copies.reduce((sum, copy) => sum + copy.rows.length, 0);
  return { copies: scan.copies, consumed, votes: vote(scan.copies), tables: scan.copies.length, rows };
}

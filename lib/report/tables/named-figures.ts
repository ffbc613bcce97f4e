import { foldedCodeAt } from "../../chinese/fold.ts";
import type { Place } from "../../document/document.ts";
import type { TableName } from "../../forms/form.ts";
import { form2019, form2021 } from "../../forms/forms.ts";
import { isFigureText } from "../parse-figure.ts";
import type { Evidence } from "../report.ts";
import { columnIndexes, rowIndexes } from "./cues.ts";
import { matchLabel, toLabelKey } from "./match-label.ts";
import type { ValueCell } from "./table-scan.ts";

/** A line, or a cell printed as one. */
export interface NamedLine {
  text: string;
  location: Place;
}

/** A row printed as its label and, line by line, each column's name with its figure. */
export interface NamedRow {
  table: TableName;
  key: string;
  label: string;
  /** The columns' names as printed. */
  names: readonly string[];
  values: readonly ValueCell[];
  evidence: Evidence;
  /** How many lines it takes. */
  length: number;
}

/** A name and its figure are no longer. */
const longestLine = 48;
const longestLabel = 90;
interface Item {
  column: string;
  name: string;
  value: ValueCell;
  /** Lines it takes; a name alone, with no figure below it, is blank and proves nothing. */
  length: 1 | 2;
  bare: boolean;
}

/** What a column's name ends with, a bracketed note among them: most lines end otherwise. */
const columnEnds = new Set(
  Object.values(columnIndexes)
    .flatMap((index) => [...index.keys()])
    .map((key) => key.charCodeAt(key.length - 1)),
).add(")".charCodeAt(0));

const mostInFigure = 20;
const isColon = (code: number): boolean => code === 0x3a || code === 0xff1a || code === 0x3d || code === 0xff1d;
const isSpace = (code: number): boolean => code === 0x20 || code === 0x3000 || code === 0xa0 || code === 0x09;

/** The name and the figure (or nothing, after a colon) of a line; null where it is no such line. */
function partLine(text: string): [name: string, figure: string] | null {
  const least = Math.max(1, text.length - mostInFigure - 1);
  for (let at = text.length - 1; at >= least; at--) {
    const code = text.charCodeAt(at);
    if (!isColon(code) && !isSpace(code)) continue;
    const figure = text.slice(at + 1).trim();
    if (isColon(code) ? figure === "" || isFigureText(figure) : isFigureText(figure) && !endsInColon(text, at))
      return [text.slice(0, at).trim(), figure];
  }
  return null;
}

/** Whether spaces up to `at` stand after a colon. */
function endsInColon(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && isSpace(text.charCodeAt(before))) before--;
  return isColon(text.charCodeAt(before));
}

/** What bears a number of a list is a row's label. */
const numbered = /^[（(]?[\d０-９一二三四五六七八九十]{1,2}[)）.．、]/;

/** What may be a column's name, with the figure on its line; null for most lines. */
function partItem({ text: line }: NamedLine): [name: string, figure: string | undefined] | null {
  if (line.length > longestLine) return null;
  const text = line.trim();
  const [name, figure] = partLine(text) ?? [text, undefined];
  return columnEnds.has(foldedCodeAt(name, name.length - 1)) && !numbered.test(name) ? [name, figure] : null;
}

/** A column's name with its figure on one line, or on two. */
function readItem(table: TableName, line: NamedLine | undefined, next: NamedLine | undefined): Item | null {
  const parted = line ? partItem(line) : null;
  if (!line || !parted) return null;
  const [name, figure] = parted;
  const column = columnIndexes[table].get(toLabelKey(name));
  if (column === undefined || column === "subtotal") return null;
  const value = (shown: string, { location }: NamedLine): ValueCell => ({ text: shown, location, headers: [column] });
  if (figure !== undefined) return { column, name, value: value(figure, line), length: 1, bare: false };
  if (next && isFigureText(next.text)) {
    return { column, name, value: value(next.text.trim(), next), length: 2, bare: false };
  }
  return { column, name, value: value("", line), length: 1, bare: true };
}

/** Columns of the table that no line names: blank. */
function blanksFor(table: TableName, known: ReadonlySet<string>, location: Place): ValueCell[] {
  const columns = new Set(columnIndexes[table].values());
  return [...columns]
    .filter((column) => !known.has(column))
    .map((column) => ({ text: "", location, headers: [column], appended: true }));
}

/** Whether the items name every column that some form has for the row. */
function isWhole(table: TableName, key: string, items: readonly Item[]): boolean {
  const known = new Set(items.map(({ column }) => column));
  const blocks = [form2019, form2021]
    .flatMap(({ tables }) => tables.filter(({ name }) => name === table))
    .flatMap((form) => form.blocks.filter(({ rows }) => rows.some((row) => row.key === key)));
  return blocks.some(({ columns }) => columns.every((column) => known.has(column.key)));
}

function readItems(table: TableName, lineAt: (offset: number) => NamedLine | undefined): Item[] {
  const items: Item[] = [];
  const columns = new Set<string>();
  for (let offset = 1; ; ) {
    const item = readItem(table, lineAt(offset), lineAt(offset + 1));
    if (item === null || columns.has(item.column)) return items;
    items.push(item);
    columns.add(item.column);
    offset += item.length;
  }
}

function readRowOf(table: TableName, lineAt: (offset: number) => NamedLine | undefined): NamedRow | null {
  const head = lineAt(0)!;
  const index = rowIndexes[table];
  const row = index.rows[matchLabel(index, head.text)];
  if (row === undefined) return null;
  const items = readItems(table, lineAt);
  const length = items.reduce((sum, item) => sum + item.length, 1);
  // Each name has its one figure: names without figures, and figures that go on, are a header and the row below it.
  const after = lineAt(length);
  if (items.every(({ bare }) => bare) || (after && isFigureText(after.text))) return null;
  // Part four's header ends with a row's label and its columns' names; part two's stands above the labels.
  if (table !== "disclosure" && items.slice(0, -1).every(({ bare }) => bare)) return null;
  // 其他 and 总计 are rows as well: under a row without figures they are the next ones.
  if (items.every(({ name }) => matchLabel(index, name) >= 0)) return null;
  // Names and figures on lines of their own may be cells out of order, unless all columns are there.
  if (items.some((item) => item.length > 1) && !isWhole(table, row.key, items)) return null;
  // In part two a row may have one column only.
  if (items.length === 1 && table !== "disclosure") return null;
  const { location } = head;
  const text = [head.text, ...items.map(({ value }) => value.text)].join(" ").slice(0, 300);
  const blanks = blanksFor(table, new Set(items.map(({ column }) => column)), location);
  const values = [...items.map(({ value }) => value), ...blanks];
  const names = items.map(({ name }) => name);
  return { table, key: row.key, label: head.text, names, values, evidence: { text, location }, length };
}

/**
 * Reads the row whose label stands at `lineAt(0)` and whose figures follow, each with its column's name (自然人：3, or name
 * and figure on two lines); null where there is none. `tables`: those it may belong to, the likeliest first.
 */
export function readNamedRow(
  lineAt: (offset: number) => NamedLine | undefined,
  tables: readonly TableName[],
): NamedRow | null {
  const head = lineAt(0);
  const first = lineAt(1);
  if (!head || !first || head.text.length > longestLabel || partItem(first) === null) return null;
  for (const table of tables) {
    if (readItem(table, first, lineAt(2)) === null) continue;
    const row = readRowOf(table, lineAt);
    if (row) return row;
  }
  return null;
}

const longestInline = 300;
const leastColons = 2;
const hasColon = (text: string): boolean =>
  text.includes("：") || text.includes(":") || text.includes("=") || text.includes("＝");

function countColons(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (isColon(text.charCodeAt(at))) count++;
  return count;
}

/** A row label and its named figures that stand on one line, as lines of their own; null for any other line. */
export function partInline({ text, location }: NamedLine): NamedLine[] | null {
  if (text.length > longestInline || !hasColon(text) || countColons(text) < leastColons) return null;
  const pieces = text
    .trim()
    .replace(/[。;；,，]$/, "")
    .split(/[;；,，](?![^（(]*[)）])\s*|(?<=[\d０-９])\s+/);
  const first = /^(.{1,90}?[^位])[:：]\s*(.{1,20}[:：=＝].{0,20})$/.exec(pieces[0]!);
  if (first === null) return null;
  return [first[1]!, first[2]!, ...pieces.slice(1)].map((piece) => ({ text: piece, location }));
}

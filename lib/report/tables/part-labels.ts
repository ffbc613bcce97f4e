import type { TableBlock, TableCell } from "../../document/document.ts";
import { rowIndexes } from "./cues.ts";
import { toLabelKey } from "./match-label.ts";

/** No label has more lines; longer cells are left as they are. */
const mostLines = 12;

type Labels = ReadonlyMap<string, number>;
const isLabel = (exact: Labels, lines: readonly string[]): boolean => exact.has(toLabelKey(lines.join("")));

/** The lines as labels, one after the other; null where they are not all such labels. */
function toLabels(exact: Labels, lines: readonly string[]): string[][] | null {
  const labels: string[][] = [];
  for (let at = 0; at < lines.length; ) {
    let end = lines.length;
    while (end > at && !isLabel(exact, lines.slice(at, end))) end--;
    if (end === at) return null;
    labels.push(lines.slice(at, end));
    at = end;
  }
  return labels;
}

/** The most lines from the first on, before `own`, that are labels; and the most to the last, after it. */
function labelsBefore(exact: Labels, lines: readonly string[], own: number): string[][] {
  for (let to = own; to > 0; to--) {
    const labels = toLabels(exact, lines.slice(0, to));
    if (labels !== null) return labels;
  }
  return [];
}

function labelsAfter(exact: Labels, lines: readonly string[], own: number): string[][] {
  for (let from = own + 1; from < lines.length; from++) {
    const labels = toLabels(exact, lines.slice(from));
    if (labels !== null) return labels;
  }
  return [];
}

/** The labels before and after that of line `own`: of part two, or of part three if that is such a label, too. */
function findLabels(lines: readonly string[], own: number): [before: string[][], after: string[][]] {
  for (const name of ["disclosure", "applications"] as const) {
    const { exact } = rowIndexes[name];
    if (isLabel(exact, lines)) break;
    const before = labelsBefore(exact, lines, own);
    const after = labelsAfter(exact, lines, own);
    const kept = lines.slice(before.flat().length, lines.length - after.flat().length);
    if (before.length + after.length > 0 && (name === "disclosure" || isLabel(exact, kept))) return [before, after];
  }
  return [[], []];
}

/** A row of blanks under a label that stood `offset` lines below the merged one. */
function toBlankRow(
  row: readonly TableCell[],
  label: TableCell,
  lines: readonly string[],
  offset: number,
): TableCell[] {
  const location = { ...label.location, line: label.location.line + offset };
  const blanks = row.filter(({ column }) => column > label.column);
  return [{ ...label, text: lines.join("\n"), location }, ...blanks.map((cell) => ({ ...cell, text: "", location }))];
}

function partRow(row: readonly TableCell[]): (readonly TableCell[])[] {
  const label = row.findLast(({ text }) => text.includes("\n"));
  const figure = row.find(({ column, text }) => label !== undefined && column > label.column && text !== "");
  if (label === undefined || figure === undefined) return [row];
  const lines = label.text.split("\n");
  const own = figure.location.line - label.location.line;
  if (lines.length > mostLines || own < 0 || own >= lines.length) return [row];
  const [before, after] = findLabels(lines, own);
  if (before.length + after.length === 0) return [row];
  const from = before.flat().length;
  const to = lines.length - after.flat().length;
  const place = { ...label.location, line: label.location.line + from };
  const kept = row.map((cell) =>
    cell === label ? { ...label, text: lines.slice(from, to).join("\n"), location: place } : cell,
  );
  let line = 0;
  const toRow = (own: string[]): TableCell[] => {
    const blank = toBlankRow(row, label, own, line);
    line += own.length;
    return blank;
  };
  const above = before.map(toRow);
  line = to;
  return [...above, kept, ...after.map(toRow)];
}

/**
 * Parts the rows of a table of aligned columns whose label holds, line by line, those of several rows (a row of blanks
 * without a number leaves nothing but its label): the figures belong to the label on whose line they stand.
 */
export function partLabels(table: TableBlock): TableBlock {
  // On a page of a PDF a line's number says where it was printed, not how many lines stand between.
  if (
    table.grid !== "aligned" ||
    table.location.page !== undefined ||
    !table.cells.some(({ text }) => text.includes("\n"))
  )
    return table;
  const rows: TableCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  const parted = rows.flatMap(partRow);
  if (parted.length === rows.length) return table;
  const cells = parted.flatMap((row, index) => row.map((cell) => ({ ...cell, row: index })));
  return { ...table, rows: parted.length, cells };
}

import type { TableBlock, TableCell } from "../../document/document.ts";
import { columnIndexes, rowIndexes } from "./cues.ts";
import { matchLabel, toLabelKey } from "./match-label.ts";

/** So many labels of part three's rows side by side, or of part four's outcomes one below the other, are no accident. */
const leastRows = 10;
const leastOutcomes = 4;

/** The most kinds of label that stand on one line, where `line` tells a cell's line and `kind` what it names. */
function most(
  cells: readonly TableCell[],
  line: (cell: TableCell) => number,
  kind: (text: string) => string | number | undefined,
): number {
  const found = new Map<number, Set<string | number>>();
  for (const cell of cells) {
    const named = kind(cell.text);
    if (named === undefined || named === -1) continue;
    const at = line(cell);
    found.set(at, (found.get(at) ?? new Set()).add(named));
  }
  return Math.max(0, ...[...found.values()].map((kinds) => kinds.size));
}

/** Whether the form's rows are printed as columns, and its columns as rows. */
function isTurned(table: TableBlock): boolean {
  const words = table.cells.filter(({ text }) => /\p{Script=Han}/u.test(text));
  const outcome = (text: string) => columnIndexes.proceedings.get(toLabelKey(text));
  if (most(words, (cell) => cell.column, outcome) >= leastOutcomes) {
    return (
      most(
        words,
        (cell) => cell.row,
        (text) => matchLabel(rowIndexes.proceedings, text),
      ) >= 2
    );
  }
  if (table.columns < leastRows) return false;
  return (
    most(
      words,
      (cell) => cell.row,
      (text) => matchLabel(rowIndexes.applications, text),
    ) >= leastRows
  );
}

/** A table whose rows are the form's columns, turned as the form prints it; any other table as it is. */
export function turnTable(table: TableBlock): TableBlock {
  if (table.grid !== "ruled" || !isTurned(table)) return table;
  const cells = table.cells
    .map((cell) => ({
      ...cell,
      row: cell.column,
      column: cell.row,
      rowSpan: cell.columnSpan,
      columnSpan: cell.rowSpan,
    }))
    .sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...table, rows: table.columns, columns: table.rows, cells };
}

import type { FilledCell } from "./fill-grid.ts";
import type { Grid } from "./find-grids.ts";

/** Blank cells narrower than this, in points, are gaps between the borders of cells: none could hold a character. */
const widest = 8;
/** A line of small text fits in a cell not much higher than its em. */
const line = 1.1;

/** How wide, in points, a strip without text may be that is no more than a gap between cells whose text is of these sizes. */
export function widestGap(items: readonly { size: number }[]): number {
  if (items.length === 0) return widest;
  const sizes = items.map((item) => item.size).sort((a, b) => a - b);
  return Math.min(widest, line * sizes[sizes.length >> 1]!);
}

/** Gives blank cells that are nothing but gaps, `gap` points at most, to the cell beside or above them. */
export function closeGaps(cells: readonly FilledCell[], { rowCuts, columnCuts }: Grid, gap = widest): FilledCell[] {
  const extent = (cuts: readonly number[], at: number, span: number) => cuts[at + span]! - cuts[at]!;
  const widened = absorb(
    cells,
    (cell) => extent(columnCuts, cell.column, cell.columnSpan) < gap,
    ({ row, rowSpan, column }) => `${row} ${rowSpan} ${column}`,
    ({ row, rowSpan, column, columnSpan }) => `${row} ${rowSpan} ${column + columnSpan}`,
    (left, cell) => ({ ...left, columnSpan: left.columnSpan + cell.columnSpan }),
  );
  return absorb(
    widened,
    (cell) => extent(rowCuts, cell.row, cell.rowSpan) < gap,
    ({ column, columnSpan, row }) => `${column} ${columnSpan} ${row}`,
    ({ column, columnSpan, row, rowSpan }) => `${column} ${columnSpan} ${row + rowSpan}`,
    (upper, cell) => ({ ...upper, rowSpan: upper.rowSpan + cell.rowSpan }),
  );
}

/** Joins each blank gap to the cell that ends where it begins, if there is one. */
function absorb(
  cells: readonly FilledCell[],
  isNarrow: (cell: FilledCell) => boolean,
  begin: (cell: FilledCell) => string,
  end: (cell: FilledCell) => string,
  join: (cell: FilledCell, gap: FilledCell) => FilledCell,
): FilledCell[] {
  const gaps = new Map<string, FilledCell>();
  for (const cell of cells) if (cell.text === "" && isNarrow(cell)) gaps.set(begin(cell), cell);
  if (gaps.size === 0) return [...cells];
  const absorbed = new Set<FilledCell>();
  const joined = cells.map((cell) => {
    const next = gaps.get(end(cell));
    if (!next || absorbed.has(next) || gaps.get(begin(cell)) === cell) return cell;
    absorbed.add(next);
    return join(cell, next);
  });
  return joined.filter((_, index) => !absorbed.has(cells[index]!));
}

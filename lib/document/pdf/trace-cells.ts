export interface GridCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/**
 * Merges the fields of a grid that no wall parts into cells, from the top left, and drops cuts at which no cell begins.
 * `right` and `below` say whether a wall stands right of or below a field.
 */
export function traceCells(
  rowCuts: number[],
  columnCuts: number[],
  right: (row: number, column: number) => boolean,
  below: (row: number, column: number) => boolean,
): { rowCuts: number[]; columnCuts: number[]; cells: GridCell[]; owners: Int32Array } {
  const [rows, columns] = [rowCuts.length - 1, columnCuts.length - 1];
  const taken = new Uint8Array(rows * columns);
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      let columnSpan = 1;
      while (
        column + columnSpan < columns &&
        !right(row, column + columnSpan - 1) &&
        !taken[row * columns + column + columnSpan]
      )
        columnSpan++;
      let rowSpan = 1;
      while (row + rowSpan < rows && isOpen(row + rowSpan, column, columnSpan, right, below)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++) taken.fill(1, r * columns + column, r * columns + column + columnSpan);
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return compress(rowCuts, columnCuts, cells);
}

/** Whether nothing stands between the fields of a row and those above, nor among them. */
function isOpen(
  row: number,
  column: number,
  columnSpan: number,
  right: (row: number, column: number) => boolean,
  below: (row: number, column: number) => boolean,
): boolean {
  for (let c = column; c < column + columnSpan; c++) {
    if (below(row - 1, c)) return false;
    if (c > column && right(row, c - 1)) return false;
  }
  return true;
}

function compress(rowCuts: number[], columnCuts: number[], cells: GridCell[]) {
  const rowStarts = new Set(cells.map((cell) => cell.row));
  const columnStarts = new Set(cells.map((cell) => cell.column));
  const rowIndex = toIndex(rowCuts.length, rowStarts);
  const columnIndex = toIndex(columnCuts.length, columnStarts);
  const kept = cells.map((cell) => ({
    row: rowIndex[cell.row]!,
    column: columnIndex[cell.column]!,
    rowSpan: rowIndex[cell.row + cell.rowSpan]! - rowIndex[cell.row]!,
    columnSpan: columnIndex[cell.column + cell.columnSpan]! - columnIndex[cell.column]!,
  }));
  const keptRows = rowCuts.filter((_, index) => rowStarts.has(index) || index === rowCuts.length - 1);
  const keptColumns = columnCuts.filter((_, index) => columnStarts.has(index) || index === columnCuts.length - 1);
  const columns = keptColumns.length - 1;
  const owners = new Int32Array((keptRows.length - 1) * columns);
  kept.forEach((cell, index) => {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      owners.fill(index, row * columns + cell.column, row * columns + cell.column + cell.columnSpan);
    }
  });
  return { rowCuts: keptRows, columnCuts: keptColumns, cells: kept, owners };
}

/** For each cut its number among those that are kept; a dropped one counts with the next kept one. */
function toIndex(length: number, starts: Set<number>): number[] {
  const index: number[] = [];
  let kept = 0;
  for (let cut = 0; cut < length; cut++) {
    index.push(kept);
    if (starts.has(cut)) kept++;
  }
  return index;
}

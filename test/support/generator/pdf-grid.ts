import type { Grid, GridCell } from "./grid.ts";
import { emWidth } from "./pdf-pen.ts";

/** A cell with its place on an endless page: points, y downwards from the table's top. */
export interface PlacedCell {
  cell: GridCell;
  lines: string[];
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedGrid {
  cells: PlacedCell[];
  /** Top edge of every row, and the bottom of the last. */
  edges: number[];
  headerHeight: number;
  width: number;
}

/** Cuts a text into lines no wider than `ems`; a number only where it is longer than a line. */
export function wrapEms(text: string, ems: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[0-9.,+-]+|\n|./gsu) ?? []) {
    const parts = emWidth(piece) > ems ? [...piece] : [piece];
    for (const part of parts) {
      if (part === "\n" || (line !== "" && emWidth(line + part) > ems)) {
        lines.push(line);
        line = "";
      }
      if (part !== "\n") line += part;
    }
  }
  lines.push(line);
  return lines.map((entry) => entry.trim());
}

export interface GridMetrics {
  /** Total width in points. */
  width: number;
  size: number;
  leading: number;
  padding: number;
  /** Widths of the label columns of part three, in ems. */
  labels: readonly number[];
  /** How much wider figures are than their characters, for character spacing. */
  stretch: number;
}

function columnWidths(grid: Grid, metrics: GridMetrics): number[] {
  if (grid.table !== "applications") {
    const first = grid.table === "disclosure" ? 1.4 : 1;
    const shares = Array.from({ length: grid.columns }, (_, c) => (c === 0 ? first : 1));
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => (share / total) * metrics.width);
  }
  const wide = metrics.labels.reduce((sum, width) => sum + width, 0);
  const labels = grid.labelColumns === 1 ? [wide] : metrics.labels;
  const used = wide * metrics.size;
  const figure = (metrics.width - used) / (grid.columns - labels.length);
  return Array.from({ length: grid.columns }, (_, c) => (c < labels.length ? labels[c]! * metrics.size : figure));
}

/** Lays a table out on an endless page: each row as high as its highest cell. */
export function layOutGrid(grid: Grid, metrics: GridMetrics): PlacedGrid {
  const widths = columnWidths(grid, metrics);
  const sum = (values: readonly number[], from: number, to: number) =>
    values.slice(from, to).reduce((a, b) => a + b, 0);
  const sized = grid.cells.map((cell) => {
    const width = sum(widths, cell.column, cell.column + cell.columnSpan);
    const stretch = cell.role === "figure" ? metrics.stretch : 1;
    return { cell, width, lines: wrapEms(cell.text, (width - 2 * metrics.padding) / metrics.size / stretch) };
  });
  const heights = Array.from({ length: grid.rows }, () => metrics.leading + 2 * metrics.padding);
  for (const { cell, lines } of [...sized].sort((a, b) => a.cell.rowSpan - b.cell.rowSpan)) {
    const have = sum(heights, cell.row, cell.row + cell.rowSpan);
    const need = lines.length * metrics.leading + 2 * metrics.padding;
    if (need > have) heights[cell.row + cell.rowSpan - 1]! += need - have;
  }
  const edges = [...heights, 0].map((_, i) => sum(heights, 0, i));
  const cells = sized.map(({ cell, lines, width }) => ({
    cell,
    lines,
    width,
    x: sum(widths, 0, cell.column),
    y: edges[cell.row]!,
    height: edges[cell.row + cell.rowSpan]! - edges[cell.row]!,
  }));
  return { cells, edges, headerHeight: edges[grid.headerRows]!, width: sum(widths, 0, widths.length) };
}

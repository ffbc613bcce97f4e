import type { Grid, GridCell } from "./grid.ts";
import { textWidth, wrapText } from "./text-width.ts";

const blankBetween = 1;

/** Widths of the columns in half-width characters: as narrow as figures and headers allow, labels wider. */
function chooseWidths(grid: Grid, labelWidths: readonly number[], least: number): number[] {
  return Array.from({ length: grid.columns }, (_, column) => {
    if (column < grid.labelColumns && grid.table === "applications") return labelWidths[column]!;
    if (grid.table === "disclosure") return column === 0 ? 22 : 18;
    const figures = grid.cells.filter(
      (cell) => cell.column === column && cell.columnSpan === 1 && cell.role === "figure",
    );
    return Math.max(least, ...figures.map((cell) => textWidth(cell.text) + 2));
  });
}

interface Placed {
  cell: GridCell;
  lines: string[];
  x: number;
  width: number;
}

function place(grid: Grid, widths: readonly number[]): Placed[] {
  const starts = widths.map((_, i) => widths.slice(0, i).reduce((sum, width) => sum + width, 0));
  return grid.cells.map((cell) => {
    const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, w) => sum + w, 0);
    return { cell, lines: wrapText(cell.text, width - blankBetween * 2), x: starts[cell.column]!, width };
  });
}

function rowHeights(grid: Grid, placed: readonly Placed[]): number[] {
  const heights = Array.from({ length: grid.rows }, () => 1);
  const bySpan = [...placed].sort((a, b) => a.cell.rowSpan - b.cell.rowSpan);
  for (const { cell, lines } of bySpan) {
    const last = cell.row + cell.rowSpan - 1;
    const have = heights.slice(cell.row, last + 1).reduce((sum, height) => sum + height, 0);
    if (lines.length > have) heights[last]! += lines.length - have;
  }
  return heights;
}

/** A table as lines of text whose columns stand below one another, as `pdftotext -layout` writes them. */
export function alignGrid(grid: Grid, least = 8, labelWidths: readonly number[] = [10, 12, 24], indent = 0): string[] {
  const widths = chooseWidths(grid, grid.labelColumns === 1 ? [30] : labelWidths, least);
  const placed = place(grid, widths);
  const heights = rowHeights(grid, placed);
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height, 0));
  const total = heights.reduce((sum, height) => sum + height, 0);
  const segments: { x: number; text: string }[][] = Array.from({ length: total }, () => []);
  for (const { cell, lines, x, width } of placed) {
    const last = cell.row + cell.rowSpan - 1;
    const height = tops[last]! + heights[last]! - tops[cell.row]!;
    const top = tops[cell.row]! + Math.floor((height - lines.length) / 2);
    lines.forEach((text, i) => {
      if (text !== "") segments[top + i]!.push({ x: x + Math.floor((width - textWidth(text)) / 2), text });
    });
  }
  return segments.map((line) => {
    let text = " ".repeat(indent);
    let at = 0;
    for (const segment of line.sort((a, b) => a.x - b.x)) {
      text += " ".repeat(Math.max(at === 0 ? 0 : 1, segment.x - at)) + segment.text;
      at = Math.max(at === 0 ? 0 : at + 1, segment.x) + textWidth(segment.text);
    }
    return text;
  });
}

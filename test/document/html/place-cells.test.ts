import { fc, test as propertyTest } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { placeCells } from "../../../lib/document/html/place-cells.ts";

const span = fc.oneof(
  fc.integer({ min: 0, max: 6 }),
  fc.constantFrom(0, 1, 1, 1, 999, 65_534, 1_000_000_000, Number.MAX_SAFE_INTEGER),
);
const cell = fc.record({ rowSpan: span, columnSpan: span });
const groups = fc.array(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 7 }), { maxLength: 4 });

const place = <C>(cell: C, row: number, column: number, rowSpan: number, columnSpan: number) => ({
  cell,
  row,
  column,
  rowSpan,
  columnSpan,
});

describe("placeCells", () => {
  propertyTest.prop([groups], { numRuns: 500 })(
    "covers every position of the grid at most once, and nothing beyond",
    (shape) => {
      const { placed, rows, columns } = placeCells(shape, place);
      expect(placed).toHaveLength(shape.flat(2).length);
      expect(rows).toBe(shape.flat().length);
      const covered = new Set<string>();
      for (const { row, column, rowSpan, columnSpan } of placed) {
        expect(rowSpan).toBeGreaterThan(0);
        expect(columnSpan).toBeGreaterThan(0);
        expect(row + rowSpan).toBeLessThanOrEqual(rows);
        expect(column + columnSpan).toBeLessThanOrEqual(columns);
        for (let r = row; r < row + rowSpan; r++) {
          for (let c = column; c < column + columnSpan; c++) {
            expect(covered.has(`${r},${c}`)).toBe(false);
            covered.add(`${r},${c}`);
          }
        }
      }
    },
  );

  propertyTest.prop([groups], { numRuns: 200 })("keeps the order of the cells of a row", (shape) => {
    const { placed } = placeCells(shape, place);
    expect(placed.map(({ cell }) => cell)).toEqual(shape.flat(2));
    placed.slice(1).forEach(({ row, column }, index) => {
      const before = placed[index]!;
      expect(row > before.row || column > before.column).toBe(true);
    });
  });

  test("ends a row span with its group", () => {
    const { placed } = placeCells([[[{ rowSpan: 9, columnSpan: 1 }]], [[{ rowSpan: 1, columnSpan: 1 }]]], place);
    expect(placed.map(({ row, column, rowSpan }) => [row, column, rowSpan])).toEqual([
      [0, 0, 1],
      [1, 0, 1],
    ]);
  });
});

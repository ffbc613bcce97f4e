import { expect, test } from "vitest";
import { assignColumns } from "../../../../lib/document/text/aligned/assign-columns.ts";

const columns = [10, 20, 30].map((start) => ({ start, end: start + 4 }));

test("a figure of a row with blanks stands in the column whose middle is nearest", () => {
  expect(
    assignColumns(
      [
        { start: 11, end: 13 },
        { start: 29, end: 34 },
      ],
      columns,
    ),
  ).toEqual([0, 2]);
});

test("a figure that stands over the middle of a free column, too, may be two: no columns", () => {
  expect(
    assignColumns(
      [
        { start: 9, end: 23 },
        { start: 30, end: 34 },
      ],
      columns,
    ),
  ).toBeNull();
  expect(
    assignColumns(
      [
        { start: 14, end: 20 },
        { start: 30, end: 34 },
      ],
      columns,
    ),
  ).toBeNull();
  expect(
    assignColumns(
      [
        { start: 2, end: 23 },
        { start: 30, end: 34 },
      ],
      columns,
    ),
  ).toBeNull();
});

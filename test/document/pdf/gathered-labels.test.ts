import { describe, expect, test } from "vitest";
import { alignLabels } from "../../../lib/document/pdf/align-labels.ts";
import { findLabelBlocks, shareBlocks } from "../../../lib/document/pdf/label-blocks.ts";

const size = 10;
/** Heights on page `number`, as tables over pages count them. */
const page = (number: number, y: number) => 1e5 * number + y;
const label = (y: number, text: string, full = false) => ({ y, text, full });
const short = (blocks: ReturnType<typeof shareBlocks> | null) => blocks?.map(({ from, to, row }) => [from, to, row]);

describe("labels shared out to rows of figures", () => {
  test.each([
    [
      "centred on their rows",
      [100, 140],
      [label(93, "1.甲"), label(107, "乙"), label(133, "2.丙"), label(147, "丁")],
      [0, 0, 1, 1],
    ],
    [
      "centred, one far longer than the other",
      [100, 140],
      [100, 114, 127, 140, 153, 166].map((y) => label(y, "甲")),
      [0, 1, 1, 1, 1, 1],
    ],
    [
      "beginning on them",
      [100, 140],
      [label(100, "甲"), label(113, "乙"), label(140, "丙"), label(153, "丁")],
      [0, 0, 1, 1],
    ],
    [
      "going on on the next page",
      [page(1, 780), page(2, 60)],
      [label(page(1, 780), "1.甲"), label(page(2, 46), "乙"), label(page(2, 60), "2.丙")],
      [0, 0, 1],
    ],
  ])("%s", (_, rows, lines, expected) => expect(alignLabels(rows, lines, size)).toEqual(expected));
});

describe("labels without figures are rows of blanks", () => {
  test("between two rows", () => {
    const labels = [label(100, "1.甲"), label(130, "2.乙"), label(160, "3.丙")];
    expect(short(findLabelBlocks([100, 160], labels, size))).toEqual([
      [0, 1, 0],
      [1, 2, null],
      [2, 3, 1],
    ]);
  });

  test("where some row has no label, labels are not told apart that way", () =>
    expect(findLabelBlocks([100, 130, 160], [label(100, "1.甲"), label(160, "3.丙")], size)).toBeNull());

  test("then the numbered label nearest to the figures is theirs, the other one's cells are blank", () => {
    const labels = [label(100, "1.甲"), label(125, "2.乙"), label(160, "3.丙")];
    expect(short(shareBlocks([100, 160], labels, [0, 0, 1], size))).toEqual([
      [0, 1, 0],
      [1, 2, null],
      [2, 3, 1],
    ]);
    const later = [label(75, "1.甲"), label(100, "2.乙"), label(160, "3.丙")];
    expect(short(shareBlocks([100, 160], later, [0, 0, 1], size))).toEqual([
      [0, 1, null],
      [1, 2, 0],
      [2, 3, 1],
    ]);
  });

  test.each([
    ["one that fills its last line goes on on the next page", true, [[0, 2, 0]]],
    [
      "one that does not is whole",
      false,
      [
        [0, 1, null],
        [1, 2, 0],
      ],
    ],
  ])("%s", (_, full, expected) => {
    const labels = [label(page(1, 800), "1.甲甲甲", full), label(page(2, 60), "乙")];
    expect(short(findLabelBlocks([page(2, 60)], labels, size))).toEqual(expected);
  });
});

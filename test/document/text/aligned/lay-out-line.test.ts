import { expect, test } from "vitest";
import { doubtful } from "../../../../lib/document/doubtful.ts";
import { layOutLine, splitPieces } from "../../../../lib/document/text/aligned/lay-out-line.ts";

const figuresOf = (text: string) =>
  layOutLine(1, splitPieces({ text, line: 1 }, "display"), 0, false).figures.map((piece) => piece.text);

test("the figures that end a line", () => {
  expect(figuresOf("  1.属于国家秘密   0   140  1,204")).toEqual(["0", "140", "1,204"]);
  expect(figuresOf("      12.   7")).toEqual(["12.", "7"]);
});

test("after the number of a list alone no figure stands by its order", () => {
  const figures = figuresOf("      1.    0   140   41");
  expect(figures).toHaveLength(4);
  expect(figures.every((text) => text.endsWith(doubtful))).toBe(true);
});

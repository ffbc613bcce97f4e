import fc from "fast-check";
import { expect, test } from "vitest";
import { readDocument } from "../../lib/document/read-document.ts";
import type { Followed } from "../fuzz/follow-input.ts";
import { pageBombs } from "../fuzz/page-bombs.ts";
import { pdfBombs } from "../fuzz/pdf-bombs.ts";
import { describeRecipe, type Recipe, recipes } from "../fuzz/recipes.ts";
import { runTasks } from "../fuzz/run-tasks.ts";

/** A fixed part of `npm run fuzz`. */
const sample: Recipe[] = [
  ...fc.sample(recipes(8_000), { seed: 7, numRuns: 150 }),
  ...Object.keys(pageBombs).map((bomb): Recipe => ({ kind: "page", bomb, size: 150 })),
  ...Object.keys(pdfBombs)
    .filter((bomb) => bomb !== "forms that multiply")
    .map((bomb): Recipe => ({ kind: "pdf", bomb, size: 40 })),
];

test("hostile inputs end in a result or a rejection, and nothing of them is markup on a page", async () => {
  const faults: string[] = [];
  const outcomes = new Set<string>();
  await runTasks<Followed>(
    sample.map((recipe) => ({ recipe })),
    { time: 30_000, heap: 700 },
    2,
    (index, { answer, fault }) => {
      if (fault) faults.push(`${describeRecipe(sample[index]!)} ${fault}`);
      if (answer) outcomes.add(answer.outcome);
    },
  );
  expect(faults).toEqual([]);
  expect([...outcomes]).toEqual(expect.arrayContaining(["assessed: consistent", "rejected: too-complex"]));
}, 180_000);

const complex: [what: string, text: () => string][] = [
  ["a million cells between bars", () => "|1|2|3|4|5|6|7|8|9|0".repeat(100_000)],
  ["a million cells of a page", () => `<html><table>${"<tr><td>1<td>2<td>3<td>4".repeat(250_000)}`],
  ["a million lines", () => "报告\n".repeat(1_000_000)],
  ["seventeen million characters", () => "公".repeat(17_000_000)],
  ["100,000 nested elements", () => `<html><body>${"<div>".repeat(100_000)}`],
  [
    "rows and columns without end",
    () => `<html><table>${"<tr><td colspan=1000000000 rowspan=65535>x<td>y".repeat(3000)}`,
  ],
];

test.each(complex)("%s: too-complex", async (_, text) => {
  const result = await readDocument(Buffer.from(text()), "file");
  expect(result).toMatchObject({ status: "rejected", rejection: { code: "too-complex" } });
});

test("a line of six million characters is read", async () => {
  const result = await readDocument(Buffer.from("5,".repeat(400_000) + "公开".repeat(2_600_000)), "file");
  expect(result.status).toBe("read");
});

import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item } from "../../lib/ports.ts";
import { recordExtraction } from "../../lib/workflow/record-extraction.ts";
import { createMemoryRegister, type FakeUpload, toFakeExtraction } from "../support/register.ts";
import { lastingRecords } from "../support/view-register.ts";

const agencies = ["云岭县教育局", "青川市人民政府", "云岭县白水镇人民政府"];
const years = [2019, 2020, 2021, 2022];

/** What may happen to a file: a report with some carried figures, another one under the same key, none, a deletion. */
interface Happening {
  agency: string;
  year: number;
  /** What the file's name ends in, for second files about one report. */
  copy: string;
  kind: string;
  over: number;
  forward: number;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  agency: fc.constantFrom(...agencies),
  year: fc.constantFrom(...years),
  copy: fc.constantFrom("", " (2)"),
  kind: fc.constantFrom("report", "report", "report", "report", "rejected", "removed", "both"),
  over: fc.integer({ min: 0, max: 2 }),
  forward: fc.integer({ min: 0, max: 2 }),
});

function toUpload({ agency, year, copy, kind, over, forward }: Happening, at: number): FakeUpload {
  const key = `${agency} ${year}${copy}.txt`;
  if (kind === "removed") return { key, at, removed: true };
  if (kind === "rejected") return { key, at, rejected: "pdf-corrupt" };
  const cells = { "applications.carriedOver.total": over, "applications.carriedForward.total": forward };
  const reports = (kind === "both" ? [year, year + 1] : [year]).map((each) => ({ agency, year: each, cells }));
  return { key, at, reports };
}

/** Each of the 3 × 4 reports once, then corrections, second files, deletions and unreadable files. */
const history = fc.array(happening, { minLength: 4, maxLength: 16 }).map((later) => {
  const first = agencies.flatMap((agency, a) =>
    years.map((year, y) => ({ agency, year, copy: "", kind: "report", over: (a + y) % 3, forward: (a * y) % 3 })),
  );
  return [...first, ...later].map(toUpload);
});

async function play(uploads: readonly FakeUpload[]): Promise<Item[]> {
  const register = createMemoryRegister();
  for (const upload of uploads) await recordExtraction(register, toFakeExtraction(upload));
  expect(register.records.dump().filter(({ outbox }) => outbox)).toEqual([]);
  return lastingRecords(register.records.dump());
}

test("events in any order, doubled, or dropped and delivered later, end in the table of the tidy order", async () => {
  const disorder = history.chain((uploads) => {
    const numbers = uploads.map((_, index) => index);
    const doubled = fc.subarray(numbers).map((again) => [...numbers, ...again]);
    const shuffled = doubled.chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
    // A few are lost on the way and come at the very end.
    const delivered = fc
      .tuple(shuffled, fc.subarray(numbers, { maxLength: 4 }))
      .map(([order, dropped]) => [...order.filter((index) => !dropped.includes(index)), ...dropped]);
    return fc.tuple(fc.constant(uploads), delivered);
  });
  await fc.assert(
    fc.asyncProperty(disorder, async ([uploads, order]) => {
      const tidy = await play(uploads);
      const untidy = await play(order.map((index) => uploads[index]!));
      expect(untidy).toEqual(tidy);
    }),
    { numRuns: Number(process.env["GOUJI_RUNS"] ?? 60) },
  );
});

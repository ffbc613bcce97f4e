import { expect, test } from "vitest";
import { recordExtraction } from "../../lib/workflow/record-extraction.ts";
import { createMemoryRegister, type FakeUpload, type MemoryRegister, toFakeExtraction } from "../support/register.ts";
import { findReport, findRules, upload } from "../support/view-register.ts";

const agency = "云岭县教育局";
const report = (year: number, cell: string, value: number) => [
  { agency, year, cells: { [`applications.${cell}.total`]: value } },
];

/** What has happened before, and the two uploads that are taken in at once. */
interface Scene {
  before?: readonly FakeUpload[];
  uploads: readonly [FakeUpload, FakeUpload];
}

/** What a writer has seen so far, and the calls that it waits to make, in the order in which it came to them. */
interface Writer {
  seen: string[];
  waiting: (() => void)[];
  done: boolean;
}

/** Until all writers wait to make a call or are done: the table is in memory, so that nothing else keeps them. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const toText = (value: unknown) => JSON.stringify(value, (name, each) => (name === "body" ? undefined : each)) ?? "";

/**
 * Runs two writers over one table, one call at a time. `choices` says, at each point where both wait to make a call, which one
 * goes on; beyond its end the first does. Two runs that come to the same table with writers that have seen the same go on
 * alike: `known` holds such points, and a run that comes to one of them is given up. Answers the choices made, and the register
 * of a run that came to its end.
 */
async function interleave({ before = [], uploads }: Scene, choices: readonly number[], known: Set<string>) {
  const register = createMemoryRegister();
  await upload(register, ...before);
  const start = (uploaded: FakeUpload): Writer => {
    const writer: Writer = { seen: [], waiting: [], done: false };
    const records = new Proxy(register.records, {
      get:
        (target, name) =>
        async (...parameters: unknown[]) => {
          await new Promise<void>((resolve) => writer.waiting.push(resolve));
          const result: unknown = await (Reflect.get(target, name) as (...all: unknown[]) => unknown).apply(
            target,
            parameters,
          );
          writer.seen.push(`${String(name)} ${toText(result)}`);
          return result;
        },
    });
    const end = () => {
      writer.done = true;
    };
    void recordExtraction({ ...register, records }, toFakeExtraction(uploaded)).then(end, (error: unknown) => {
      writer.seen.push(String(error));
      end();
    });
    return writer;
  };
  const writers = uploads.map(start);
  const made: number[] = [];
  for (await settle(); !writers.every(({ done }) => done); await settle()) {
    let next = writers.findIndex(({ done }) => !done);
    if (writers.every(({ done }) => !done)) {
      const point = toText([register.records.dump(), writers.map(({ seen }) => seen)]);
      if (made.length >= choices.length) {
        if (known.has(point)) return { made, register: null };
        known.add(point);
      }
      next = choices[made.length] ?? 0;
      made.push(next);
    }
    writers[next]!.waiting.shift()!();
  }
  return { made, register };
}

/** Every interleaving, depth first: the last choice that was 0 becomes 1, what follows it is made anew. */
async function forEveryInterleaving(
  scene: Scene,
  check: (register: MemoryRegister, choices: number[]) => void,
): Promise<number> {
  const known = new Set<string>();
  let choices: number[] | null = [];
  while (choices) {
    const { made, register } = await interleave(scene, choices, known);
    if (register) check(register, made);
    const last = made.lastIndexOf(0);
    choices = last < 0 ? null : [...made.slice(0, last), 1];
  }
  return known.size;
}

test("two writers on neighbouring years, in every interleaving of their calls, find what does not hold between them", async () => {
  const uploads = [
    { key: "2021.txt", at: 1, reports: report(2021, "carriedForward", 7) },
    { key: "2022.txt", at: 2, reports: report(2022, "carriedOver", 5) },
  ] as const;
  const count = await forEveryInterleaving({ uploads }, ({ records, publisher }, choices) => {
    const items = records.dump();
    const order = choices.join("");
    expect(findRules(items, agency, 2022), order).toEqual(["history/carry-over"]);
    expect(findReport(items, agency, 2022), order).toMatchObject({ verdict: "inconsistent", errors: 1 });
    expect(
      items.filter(({ outbox }) => outbox),
      order,
    ).toEqual([]);
    const last = publisher.told.findLast(({ year }) => year === 2022);
    expect(last, order).toMatchObject({ verdict: "inconsistent" });
    expect(publisher.told.filter(({ year }) => year === 2021).length, order).toBeGreaterThan(0);
  });
  expect(count).toBeGreaterThan(100);
});

test("two writers on one year under two keys, in every interleaving: the later event counts, the conflict is found", async () => {
  const uploads = [
    { key: "a.txt", at: 1, reports: report(2022, "carriedOver", 1) },
    { key: "b.txt", at: 2, reports: report(2022, "carriedOver", 2) },
  ] as const;
  await forEveryInterleaving({ uploads }, ({ records }, choices) => {
    const items = records.dump();
    const order = choices.join("");
    expect(findRules(items, agency, 2022), order).toEqual(["collection/version-conflict"]);
    expect(findReport(items, agency, 2022), order).toMatchObject({ source: { key: "b.txt" }, warnings: 1 });
  });
});

test("a redelivery of a report while its neighbour is corrected, in every interleaving, brings nothing stale back", async () => {
  const later = { key: "2022.txt", at: 2, reports: report(2022, "carriedOver", 5) };
  const scene: Scene = {
    before: [{ key: "2021.txt", at: 1, reports: report(2021, "carriedForward", 7) }, later],
    uploads: [{ key: "2021.txt", at: 3, reports: report(2021, "carriedForward", 5) }, later],
  };
  await forEveryInterleaving(scene, ({ records, publisher }, choices) => {
    const order = choices.join("");
    expect(findRules(records.dump(), agency, 2022), order).toEqual([]);
    expect(findReport(records.dump(), agency, 2022), order).toMatchObject({ verdict: "consistent" });
    expect(
      publisher.told.findLast(({ year }) => year === 2022),
      order,
    ).toMatchObject({ verdict: "consistent" });
  });
});

test.each([
  ["deleted", { key: "a.txt", at: 2, removed: true }],
  ["replaced by another body's report", { key: "a.txt", at: 2, reports: [{ agency: "青川市人民政府", year: 2022 }] }],
  ["replaced by an unreadable file", { key: "a.txt", at: 2, rejected: "pdf-corrupt" as const }],
])("a file that is %s while it is taken in, in every interleaving, does not stay current", async (_, second) => {
  const uploads = [{ key: "a.txt", at: 1, reports: report(2022, "carriedOver", 1) }, second] as const;
  await forEveryInterleaving({ uploads }, ({ records, publisher }, choices) => {
    const items = records.dump();
    const order = choices.join("");
    expect(findReport(items, agency, 2022), order).toMatchObject({ withdrawnAt: "2026-01-01T00:02:00.000Z" });
    expect(
      items.filter(({ outbox }) => outbox),
      order,
    ).toEqual([]);
    const last = publisher.told.findLast(({ agency: name }) => name === agency);
    expect(last, order).toMatchObject({ type: "report.withdrawn" });
    // An alert may be told twice, with one id; never two different ones.
    const rejections = publisher.told.filter(({ type }) => type === "document.rejected");
    expect(new Set(rejections.map(({ alertId }) => alertId)).size, order).toBe("rejected" in second ? 1 : 0);
  });
});

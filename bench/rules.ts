import { readDocument } from "../lib/document/read-document.ts";
import { parseReports } from "../lib/report/parse-reports.ts";
import { readProse } from "../lib/report/prose/read-prose.ts";
import type { Report } from "../lib/report/report.ts";
import { rules } from "../lib/rules/rules.ts";
import { validate } from "../lib/validator/validate.ts";
import { type Input, makeInputs, sharedInputs } from "./inputs.ts";
import { compare, median, time } from "./measure.ts";
import { checkBytes } from "./pipeline.ts";
import type { Row } from "./row.ts";

/** What any rule must at least do: look at each figure once. */
function passOverCells(reports: readonly Report[]): number {
  let sum = 0;
  for (const { figures } of reports) for (const { value } of figures.values()) sum += value ?? 0;
  return sum;
}

/**
 * The slowest rule's milliseconds, on reports read anew each time, since a report remembers what was asked of it. The reading
 * of the prose, which a dozen rules share, is no rule's own.
 */
async function findSlowest(read: () => Promise<Report[]>): Promise<{ id: string; time: number }> {
  const times = new Map<string, number[]>(rules.map(({ id }) => [id, []]));
  for (let round = 0; round < 40; round++) {
    const reports = await read();
    for (const report of reports) readProse(report);
    for (const rule of rules) {
      const spent = await time(() => {
        for (const report of reports) for (const _ of rule.check(report));
      });
      times.get(rule.id)!.push(spent);
    }
  }
  const medians = [...times].map(([id, all]) => ({ id, time: median(all) }));
  return medians.reduce((slowest, one) => (one.time > slowest.time ? one : slowest));
}

async function measureOn(input: Input): Promise<Row[]> {
  const read = async () => {
    const result = await readDocument(input.bytes.slice(), input.name);
    if (result.status === "rejected") throw new Error(result.rejection.code);
    return parseReports(result.document);
  };
  const slowest = await findSlowest(read);
  const reports = await read();
  const all = await compare(
    () => passOverCells(reports),
    () => reports.map((report) => validate(report)),
    1,
  );
  const whole = await compare(
    () => passOverCells(reports),
    () => checkBytes(input),
    1,
  );
  return [
    {
      id: `rules/all/${input.name}`,
      what: `all ${rules.length} rules on ${input.name}`,
      against: "one pass over its cells",
      anchor: all.anchor,
      ours: all.ours,
      unit: "ms",
      kind: "ratio",
      value: all.ratio,
      low: all.low,
      high: all.high,
      reach: null,
    },
    {
      id: `rules/slowest/${input.name}`,
      what: `slowest rule (${slowest.id}) on ${input.name}`,
      against: "the whole check",
      anchor: whole.ours,
      ours: slowest.time,
      unit: "ms",
      kind: "share",
      value: slowest.time / whole.ours,
      reach: { limit: 0.1 },
    },
  ];
}

/** All rules on a parsed report, and the slowest of them as a share of the whole check. */
export async function measureRules(): Promise<Row[]> {
  const { word, traditional } = makeInputs();
  const rows: Row[] = [];
  for (const input of [word, traditional, ...sharedInputs("txt")]) rows.push(...(await measureOn(input)));
  return rows;
}

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { OverviewRecord } from "../../notice/overview/overview-record.ts";

const values = z.record(z.string(), z.number().nullable());
const table = z.record(z.string(), values).optional();
const statistics = z.object({
  disclosure: table,
  applications: table,
  proceedings: table,
  legacy: values.optional(),
});
const severity = z.enum(["error", "warning", "info"]);
const reportFields = {
  agency: z.string().nullable(),
  year: z.int().nullable(),
  verdict: z.enum(["consistent", "inconsistent", "incomplete"]),
  template: z.enum(["legacy", "2019", "2021"]).default("2021"),
  statistics: statistics.default({}),
};

/** A report as `gouji check --format json` prints it. */
const checkedSchema = z.object({ ...reportFields, findings: z.array(z.object({ rule: z.string(), severity })) });
const documentSchema = z.object({ source: z.object({ name: z.string() }), reports: z.array(checkedSchema) });

/** A report as the results table holds it and `gouji query reports --format json` prints it. */
const storedSchema = z.object({
  ...reportFields,
  errors: z.int().default(0),
  warnings: z.int().default(0),
  region: z.string().nullish(),
  page: z.string().nullish(),
  source: z.object({ key: z.string() }).nullish().catch(null),
  withdrawnAt: z.string().nullish(),
  /** What was told of the report names the findings that stand. */
  told: z.object({ findings: z.array(z.object({ rule: z.string(), severity })) }).nullish(),
});

/** A file that is neither kind of JSON; the message says what was expected. */
export class UnknownRecordsError extends Error {}

/** Findings → how many there are of each rule. */
export function countRules(findings: readonly { rule: string; severity: z.infer<typeof severity> }[]) {
  const counts = new Map<string, { rule: string; severity: z.infer<typeof severity>; findings: number }>();
  for (const { rule, severity } of findings) {
    const count = counts.get(rule) ?? { rule, severity, findings: 0 };
    counts.set(rule, { ...count, findings: count.findings + 1 });
  }
  return [...counts.values()];
}

/** The name that `gouji check --html` gives a report's page. */
function checkedPage(source: string, index: number, reports: number): string {
  const base = source.replaceAll(/[/\\:*?"<>|]+/g, "_").replace(/^-$/, "stdin");
  return `${reports > 1 ? `${base}-${index + 1}` : base}.html`;
}

function fromDocument({ source, reports }: z.infer<typeof documentSchema>): OverviewRecord[] {
  return reports.map(({ findings, ...report }, index) => ({
    ...report,
    errors: findings.filter((finding) => finding.severity === "error").length,
    warnings: findings.filter((finding) => finding.severity === "warning").length,
    rules: countRules(findings),
    source: source.name,
    page: checkedPage(source.name, index, reports.length),
  }));
}

/** A record of the results table → what the overview needs of it. Throws where the item is no report's. */
export function fromStored(item: unknown): OverviewRecord {
  const { source, withdrawnAt, page, told, ...report } = storedSchema.parse(item);
  return {
    ...report,
    source: source?.key.split("/").at(-1),
    page: page?.split("/").at(-1) ?? null,
    withdrawn: Boolean(withdrawnAt),
    ...(told ? { rules: countRules(told.findings) } : {}),
  };
}

function fromJson(json: unknown, path: string): OverviewRecord[] {
  const envelope = z.looseObject({}).safeParse(json).data;
  const lists = [json, envelope?.["reports"], envelope?.["items"], envelope?.["rows"], envelope?.["documents"]];
  const list = lists.find((candidate) => Array.isArray(candidate)) as unknown[] | undefined;
  if (!list)
    throw new UnknownRecordsError(`${path}: neither gouji check --format json nor gouji query reports --format json`);
  return list.flatMap((element) => {
    const document = documentSchema.safeParse(element);
    if (document.success) return fromDocument(document.data);
    const stored = storedSchema.safeParse(element);
    if (stored.success) return [fromStored(element)];
    throw new UnknownRecordsError(`${path}: ${z.prettifyError(stored.error).slice(0, 300)}`);
  });
}

/** The records in a JSON file, or in every .json file of a folder; of each the page's file name, where one can be known. */
export async function* readRecords(path: string): AsyncGenerator<OverviewRecord> {
  const folder = (await stat(path)).isDirectory();
  const names = folder ? (await readdir(path)).filter((name) => name.endsWith(".json")).sort() : [];
  for (const file of folder ? names.map((name) => join(path, name)) : [path]) {
    const text = await readFile(file, "utf8");
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (error) {
      throw new UnknownRecordsError(`${file}: not JSON (${(error as Error).message})`);
    }
    yield* fromJson(json, file);
  }
}

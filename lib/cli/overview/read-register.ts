import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createDynamoDbRegisterReader } from "../../aws/dynamodb-register-reader.ts";
import { createS3ObjectStore } from "../../aws/s3-object-store.ts";
import type { OverviewRecord } from "../../notice/overview/overview-record.ts";
import { readStatistics } from "../../query/ask-cells.ts";
import { askFindings } from "../../query/ask-findings.ts";
import { askReports, type ReportRow } from "../../query/ask-reports.ts";
import { pageKey } from "../../record/keys.ts";
import type { Roster } from "../../record/roster.ts";
import { findRegister, type WhereArguments } from "../find-register.ts";
import { readRoster } from "../query/read-roster.ts";
import { countRules } from "./read-records.ts";

export interface RegisterArguments extends WhereArguments {
  /** Region of the roster: only its reports. */
  region?: string;
  /** Roster on this machine, instead of the documents bucket's. */
  roster?: string;
  /** Folder to copy the assessment pages into; absent: they are elsewhere. */
  copyTo?: string;
}

/** Pages fetched at the same time. */
const atOnce = 16;
/** Bytes; our own pages stay below 400 KB. */
const pageLimit = 5_000_000;

const keyOf = ({ pk, sk }: ReportRow) =>
  pageKey({ agencyKey: pk.replace("AGENCY#", ""), yearKey: sk.replace("REPORT#", "") });

/** Fetches the reports' pages into a folder; answers the keys of those that are there. */
async function copyPages(read: (key: string) => Promise<Uint8Array | null>, keys: readonly string[], folder: string) {
  const copied = new Set<string>();
  await mkdir(folder, { recursive: true });
  let next = 0;
  const work = async () => {
    while (next < keys.length) {
      const key = keys[next++]!;
      const bytes = await read(key);
      if (!bytes) continue;
      await writeFile(join(folder, nameOf(key)), bytes);
      copied.add(key);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, keys.length) }, work));
  return copied;
}

const nameOf = (key: string) => key.split("/").at(-1)!;

/**
 * The register of a deployed or local stack: its records, and the roster where there is one. `thisYear` bounds the years asked
 * for. Throws `RegisterNotFoundError` where the arguments do not lead to one.
 */
export async function readRegister(
  args: RegisterArguments,
  thisYear: number,
): Promise<{ records: OverviewRecord[]; roster: Roster | null }> {
  const found = await findRegister(args);
  const reader = createDynamoDbRegisterReader(found.dynamodb, found.table);
  const roster = await readRoster(args.roster, found);
  const { region } = args;
  const reports = await askReports(reader, { region }, thisYear);
  const statistics = await readStatistics(reader, reports);
  const findings = Map.groupBy(await askFindings(reader, { region }, thisYear), ({ reportKey }) => reportKey);
  const { documentsBucket: bucket } = found;
  const store = createS3ObjectStore(found.s3);
  const read = async (key: string) =>
    bucket === null ? null : ((await store.read(bucket, key, pageLimit))?.bytes ?? null);
  const pages = args.copyTo === undefined ? undefined : await copyPages(read, reports.map(keyOf), args.copyTo);
  const records = reports.map((report): OverviewRecord => {
    const key = `${report.pk}\n${report.sk}`;
    const page = keyOf(report);
    return {
      agency: report.agency,
      year: report.year,
      verdict: report.verdict,
      template: report.template as OverviewRecord["template"],
      errors: report.errors,
      warnings: report.warnings,
      region: report.region ?? null,
      source: nameOf(report.source.key),
      withdrawn: report.withdrawnAt !== undefined,
      statistics: statistics.get(key) ?? {},
      rules: countRules(findings.get(key) ?? []),
      page: !pages || pages.has(page) ? nameOf(page) : null,
    };
  });
  return { records, roster };
}

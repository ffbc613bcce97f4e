import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { collectRegister } from "../notice/overview/collect.ts";
import type { OverviewRecord } from "../notice/overview/overview-record.ts";
import { renderOverview } from "../notice/overview/render-overview.ts";
import { emptyRoster, parseRoster, type Roster } from "../record/roster.ts";
import type { Language } from "../validator/finding.ts";
import { RegisterNotFoundError, type WhereArguments } from "./find-register.ts";
import { readRecords, UnknownRecordsError } from "./overview/read-records.ts";

type Records = AsyncIterable<OverviewRecord> | Iterable<OverviewRecord>;

export interface OverviewArguments extends WhereArguments {
  /** Folder to write. */
  out: string;
  /** JSON of `gouji check` or `gouji query reports`, a file or a folder of such files; absent: the results table. */
  from?: string;
  /** Folder or address of the assessment pages; absent: `pages/` in the folder written, copied there from the table's stack. */
  pages?: string;
  /** Roster (CSV: agency, parent, region, code, aliases): who has to report, and regions. */
  roster?: string;
  /** Only this region of the roster, from the results table. */
  region?: string;
  language?: Language;
  /** The current year; the clock's when absent. */
  thisYear?: number;
}

/** Where the pages are, seen from the folder written: an address as it is, a folder as a relative path. */
function toPrefix({ out, pages }: OverviewArguments): string {
  if (pages === undefined) return "pages/";
  if (/^[a-z][a-z0-9+.-]+:/i.test(pages)) return pages.endsWith("/") ? pages : `${pages}/`;
  const path = relative(out, pages).split(sep).map(encodeURIComponent).join("/");
  return path === "" ? "" : `${path}/`;
}

/** Records under their roster name and region, with the address of their page as seen from the folder written. */
async function* readable(records: Records, prefix: string, roster: Roster): AsyncGenerator<OverviewRecord> {
  for await (const record of records) {
    const entry = record.agency === null ? undefined : roster.find(record.agency);
    yield {
      ...record,
      agency: entry?.agency ?? record.agency,
      region: record.region ?? entry?.region ?? null,
      page: record.page ? prefix + encodeURIComponent(record.page) : null,
    };
  }
}

/** The records and the roster that the arguments mean. */
async function readInput(args: OverviewArguments): Promise<{ records: Records; roster: Roster }> {
  if (args.from !== undefined) {
    const roster = args.roster ? parseRoster(await readFile(args.roster, "utf8")) : emptyRoster;
    return { records: readRecords(args.from), roster };
  }
  const { readRegister } = await import("./overview/read-register.ts");
  const copyTo = args.pages === undefined ? join(args.out, "pages") : undefined;
  const { records, roster } = await readRegister({ ...args, copyTo }, args.thisYear ?? new Date().getFullYear());
  return { records, roster: roster ?? emptyRoster };
}

/** Writes the pages; answers how many files there are and how many reports they show. */
async function writeOverview(args: OverviewArguments): Promise<{ files: number; reports: number }> {
  const zh = args.language !== "en";
  const { records, roster } = await readInput(args);
  const expected = roster.entries.filter(({ region }) => args.region === undefined || region === args.region);
  const register = await collectRegister(readable(records, toPrefix(args), roster), expected);
  const { everyRule } = await import("../rules/every-rule.ts");
  const descriptions = new Map(everyRule.map(({ id, description }) => [id, description[zh ? "zh" : "en"]]));
  await mkdir(args.out, { recursive: true });
  let files = 0;
  const describeRule = (rule: string) => descriptions.get(rule);
  for (const { name, content } of renderOverview(register, { language: args.language, describeRule })) {
    await writeFile(join(args.out, name), content);
    files++;
  }
  return { files, reports: register.reports };
}

/** `gouji overview`: writes static pages over the register into a folder; answers the exit code: 0, or 2 for wrong use. */
export async function runOverview(args: OverviewArguments): Promise<number> {
  try {
    const { files, reports } = await writeOverview(args);
    const index = join(args.out, "index.html");
    console.error(
      args.language === "en"
        ? `Overview of ${reports} reports written (${files} files): ${index}`
        : `已写出${reports}份报告的总览（${files}个文件）：${index}`,
    );
    return 0;
  } catch (error) {
    const unreadable =
      error instanceof UnknownRecordsError ||
      error instanceof RegisterNotFoundError ||
      (error as NodeJS.ErrnoException).path !== undefined;
    if (!unreadable) throw error;
    console.error(`gouji overview: ${(error as Error).message}`);
    return 2;
  }
}

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { collectRegister } from "../notice/overview/collect.ts";
import type { OverviewRecord } from "../notice/overview/overview-record.ts";
import { renderOverview } from "../notice/overview/render-overview.ts";
import { emptyRoster, parseRoster, type Roster } from "../record/roster.ts";
import type { Language } from "../validator/finding.ts";
import { readRecords, UnknownRecordsError } from "./overview/read-records.ts";

export interface OverviewArguments {
  /** Folder to write. */
  out: string;
  /** JSON of `gouji check` or `gouji query reports`: a file, or a folder of such files. */
  from?: string;
  /** Folder or address of the assessment pages; without it `pages/` below the folder written. */
  pages?: string;
  /** Roster (CSV: agency, parent, region, code, aliases): who has to report, and regions. */
  roster?: string;
  language?: Language;
  /** Records from elsewhere (the results table), instead of `from`. */
  records?: AsyncIterable<OverviewRecord> | Iterable<OverviewRecord>;
}

/** Where the pages are, seen from the folder written: an address as it is, a folder as a relative path. */
function toPrefix({ out, pages }: OverviewArguments): string {
  if (pages === undefined) return "pages/";
  if (/^[a-z][a-z0-9+.-]+:/i.test(pages)) return pages.endsWith("/") ? pages : `${pages}/`;
  const path = relative(out, pages).split(sep).map(encodeURIComponent).join("/");
  return path === "" ? "" : `${path}/`;
}

/** Records under their roster name and region, with the address of their page as seen from the folder written. */
async function* readable(
  records: AsyncIterable<OverviewRecord> | Iterable<OverviewRecord>,
  prefix: string,
  roster: Roster,
): AsyncGenerator<OverviewRecord> {
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

/** `gouji overview`: writes static pages over the register into a folder; answers the exit code. */
export async function runOverview(args: OverviewArguments): Promise<number> {
  const zh = args.language !== "en";
  const records = args.records ?? (args.from === undefined ? undefined : readRecords(args.from));
  if (!records) {
    console.error(
      zh
        ? "请用 --from 指明结果文件：gouji check --format json 或 gouji query reports --format json 的输出。"
        : "Say with --from which results to show: what gouji check --format json or gouji query reports --format json prints.",
    );
    return 2;
  }
  try {
    const roster = args.roster ? parseRoster(await readFile(args.roster, "utf8")) : emptyRoster;
    const register = await collectRegister(readable(records, toPrefix(args), roster), roster.entries);
    const { rules } = await import("../rules/rules.ts");
    const descriptions = new Map(rules.map(({ id, description }) => [id, description[zh ? "zh" : "en"]]));
    await mkdir(args.out, { recursive: true });
    let files = 0;
    const describeRule = (rule: string) => descriptions.get(rule);
    for (const { name, content } of renderOverview(register, { language: args.language, describeRule })) {
      await writeFile(join(args.out, name), content);
      files++;
    }
    const index = join(args.out, "index.html");
    console.error(
      zh
        ? `已写出${register.reports}份报告的总览（${files}个文件）：${index}`
        : `Overview of ${register.reports} reports written (${files} files): ${index}`,
    );
    return 0;
  } catch (error) {
    const unreadable = error instanceof UnknownRecordsError || (error as NodeJS.ErrnoException).code !== undefined;
    if (!unreadable) throw error;
    console.error((error as Error).message);
    return 2;
  }
}

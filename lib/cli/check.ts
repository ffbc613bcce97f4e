import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../validator/finding.ts";
import { type CheckedFile, checkAll } from "./check/check-all.ts";
import { compareReports } from "./check/compare-reports.ts";
import { findFiles } from "./check/find-files.ts";
import { toContractDocument } from "./check/to-contract-document.ts";
import { toPretty } from "./check/to-pretty.ts";

export interface CheckArguments {
  path: string[];
  format: "pretty" | "json";
  places: boolean;
  language: Language;
  html?: string;
  together: boolean;
  quiet: boolean;
  jobs?: number;
}

/** File names of pages: the source's name with the report's number where a file holds several. */
function pageName(file: CheckedFile, index: number, taken: Set<string>): string {
  const base = file.source.name.replaceAll(/[/\\:*?"<>|]+/g, "_").replace(/^-$/, "stdin");
  const name = file.reports.length > 1 ? `${base}-${index + 1}` : base;
  let unique = name;
  for (let copy = 2; taken.has(unique); copy++) unique = `${name}~${copy}`;
  taken.add(unique);
  return `${unique}.html`;
}

async function writePages(files: readonly CheckedFile[], folder: string, language: Language): Promise<number> {
  const { renderPage } = await import("../notice/page.ts");
  await mkdir(folder, { recursive: true });
  const taken = new Set<string>();
  let count = 0;
  for (const file of files) {
    for (const [index, { report, findings, verdict }] of file.reports.entries()) {
      const page = renderPage({ report, findings, verdict, source: { name: file.source.name }, language });
      await writeFile(join(folder, pageName(file, index, taken)), page);
      count++;
    }
  }
  return count;
}

/** `gouji check`: reads, checks and prints; answers the contract's exit code. */
export async function runCheck(args: CheckArguments): Promise<number> {
  const { files, unreadable } = await findFiles(args.path);
  const progress = process.stderr.isTTY && !args.quiet && files.length > 20;
  const whole = args.together || args.html !== undefined;
  const keep = whole ? "all" : args.places ? "figures" : "statistics";
  const checked = await checkAll(files, { language: args.language, keep, jobs: args.jobs, progress });
  for (const { path, reason } of [...unreadable, ...checked.unreadable]) {
    console.error(args.language === "zh" ? `无法读取 ${path}：${reason}` : `cannot read ${path}: ${reason}`);
  }
  const { together, language } = args;
  const documents = whole ? compareReports(checked.files, { together, language }) : checked.files;
  if (args.html !== undefined) {
    const count = await writePages(documents, args.html, args.language);
    if (!args.quiet)
      console.error(
        args.language === "zh" ? `已写出${count}个页面：${args.html}` : `${count} pages written to ${args.html}`,
      );
  }
  const output =
    args.format === "json"
      ? `${JSON.stringify({ schemaVersion: 1, documents: documents.map((file) => toContractDocument(file, args.places)) }, null, 2)}\n`
      : toPretty(documents, { language: args.language, quiet: args.quiet });
  await new Promise<void>((resolve, reject) =>
    process.stdout.write(output, (error) => (error ? reject(error) : resolve())),
  );
  if (unreadable.length + checked.unreadable.length > 0) return 2;
  const sound = documents.every(
    (file) => file.status === "assessed" && file.reports.every((report) => report.verdict === "consistent"),
  );
  return sound ? 0 : 1;
}

import type { Assessed } from "../../assess.ts";
import { checkTogether } from "../../rules/history/check-together.ts";
import type { Language } from "../../validator/finding.ts";
import { verdictOf } from "../../validator/verdict.ts";
import type { CheckedFile } from "./check-file.ts";

interface CompareOptions {
  together: boolean;
  language: Language;
}

/** Adds what must hold between reports: those of one file, or with `together` those of all files; verdicts follow. */
export function compareReports(files: readonly CheckedFile[], { together, language }: CompareOptions): CheckedFile[] {
  const groups = together ? [files] : files.map((file) => [file]);
  const added = new Map<Assessed, Assessed>();
  for (const group of groups) {
    const entries = group.flatMap((file) => file.reports.map((assessed) => ({ assessed, source: file.source.name })));
    if (entries.length < 2) continue;
    const found = checkTogether(
      entries.map(({ assessed, source }) => ({ report: assessed.report, source })),
      language,
    );
    entries.forEach(({ assessed }, index) => {
      const findings = [...assessed.findings, ...found[index]!];
      added.set(assessed, { ...assessed, findings, verdict: verdictOf(findings) });
    });
  }
  return files.map((file) => ({ ...file, reports: file.reports.map((assessed) => added.get(assessed) ?? assessed) }));
}

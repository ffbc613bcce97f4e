import { checkTogether } from "../../rules/history/check-together.ts";
import type { Language } from "../../validator/finding.ts";
import { verdictOf } from "../../validator/verdict.ts";
import type { CheckedFile } from "./check-file.ts";

/** Adds what must hold between reports: those of one file, or with `together` those of all files; verdicts follow. */
export function compareReports(
  files: readonly CheckedFile[],
  { together, language }: { together: boolean; language: Language },
): CheckedFile[] {
  const groups = together ? [files] : files.map((file) => [file]);
  return groups.flatMap((group) => compareGroup(group, language));
}

function compareGroup(files: readonly CheckedFile[], language: Language): CheckedFile[] {
  const named = files.flatMap((file) => file.reports.map(({ report }) => ({ report, source: file.source.name })));
  if (named.length < 2) return [...files];
  const added = checkTogether(named, language).values();
  return files.map((file) => ({
    ...file,
    reports: file.reports.map((assessed) => {
      const more = added.next().value ?? [];
      if (more.length === 0) return assessed;
      const findings = [...assessed.findings, ...more];
      return { ...assessed, findings, verdict: verdictOf(findings) };
    }),
  }));
}

import type { Language } from "../../validator/finding.ts";
import type { CheckedFile } from "./check-file.ts";

/** Adds what must hold between reports: those of one file, or with `together` those of all files. */
export function compareReports(
  files: readonly CheckedFile[],
  _options: { together: boolean; language: Language },
): CheckedFile[] {
  return [...files];
}

import type { Assessed } from "../../assess.ts";
import type { Language } from "../../validator/finding.ts";
import { type CheckedFile, checkFile } from "./check-file.ts";
import { compareReports } from "./compare-reports.ts";
import { type FileToCheck, reasonOf } from "./find-files.ts";

export interface CheckTask {
  file: FileToCheck;
  language: Language;
  /** What is asked of the reports afterwards: everything (pages, comparison with other files), their figures, or their statistics. */
  keep: "all" | "figures" | "statistics";
}

/**
 * The task of a worker thread: checks one file; a file that cannot be read is an answer, not a crash. Unless all is kept, the
 * file's reports are compared here, and what nobody asks for is dropped before it costs copying and memory.
 */
export default async function checkInWorker({
  file,
  language,
  keep,
}: CheckTask): Promise<{ checked: CheckedFile } | { reason: string }> {
  try {
    const checked = await checkFile(file, language);
    if (keep === "all") return { checked: { ...checked, reports: checked.reports.map(toPosted) } };
    const [compared] = compareReports([checked], { together: false, language });
    return { checked: slim(compared!, keep === "figures") };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { reason: reasonOf(error) };
  }
}

/** What can be posted: of an object of ours the other thread would get the fields only. Nobody asks for rows once the findings are made. */
const toPosted = ({ report, ...others }: Assessed): Assessed => {
  const { rows: _rows, ...rest } = report;
  return { ...others, report: { ...rest, figures: new Map(report.figures) } };
};

function slim(file: CheckedFile, withFigures: boolean): CheckedFile {
  const reports = file.reports.map(({ report, findings, verdict }) => {
    const figures = new Map(withFigures ? report.figures : []);
    const { rows: _rows, legacy: _legacy, ...rest } = report;
    return { report: { ...rest, figures, paragraphs: [], sections: [], notes: [] }, findings, verdict };
  });
  return { ...file, reports };
}

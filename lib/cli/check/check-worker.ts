import type { Language } from "../../validator/finding.ts";
import { type CheckedFile, checkFile } from "./check-file.ts";
import { type FileToCheck, reasonOf } from "./find-files.ts";

/** The task of a worker thread: checks one file; a file that cannot be read is an answer, not a crash. */
export default async function checkInWorker(task: {
  file: FileToCheck;
  language: Language;
}): Promise<{ checked: CheckedFile } | { reason: string }> {
  try {
    return { checked: await checkFile(task.file, task.language) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { reason: reasonOf(error) };
  }
}

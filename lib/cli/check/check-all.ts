import { availableParallelism } from "node:os";
import type { Language } from "../../validator/finding.ts";
import type { CheckedFile } from "./check-file.ts";
import checkInWorker, { type CheckTask } from "./check-worker.ts";
import type { FileToCheck, UnreadablePath } from "./find-files.ts";
import { pdfsAtOnce } from "./pdf-turns.ts";

export type { CheckedFile } from "./check-file.ts";

interface CheckAllOptions {
  language: Language;
  keep: CheckTask["keep"];
  jobs?: number;
  progress: boolean;
}

type Answer = Awaited<ReturnType<typeof checkInWorker>>;

/** Below this many files, starting worker threads costs more than they save. */
const fewFiles = 8;

/** Files that a thread has open at a time: PDFs are read in threads of their own, and meanwhile it fetches the next one. */
const openAtOnce = pdfsAtOnce + 1;

/** What reading a short PDF costs, in other files. */
const pdfWeight = 15;

const isPdf = ({ name }: FileToCheck) => /\.pdf$/i.test(name);

/**
 * How many threads check files, this one among them. Each has to load and warm up everything, so where PDFs are most of the work,
 * half as many keep all cores busy together with those that read their PDFs.
 */
function countThreads(files: readonly FileToCheck[], jobs: number): number {
  if (files.length <= fewFiles) return 1;
  const pdfs = files.filter(isPdf).length;
  const threads = pdfs * pdfWeight > files.length - pdfs ? Math.ceil(jobs / pdfsAtOnce) : jobs;
  return Math.min(threads, files.length);
}

/** Hands out the indices of files: PDFs first, since they take longest, or only those of others. */
function queueUp(files: readonly FileToCheck[]) {
  const pdfs: number[] = [];
  const others: number[] = [];
  for (const [index, file] of files.entries()) (isPdf(file) ? pdfs : others).push(index);
  pdfs.reverse();
  others.reverse();
  const takeOther = () => others.pop();
  return { takeAny: () => pdfs.pop() ?? takeOther(), takeOther };
}

/** Counts and time left on standard error, for long work on a terminal. */
async function startProgress(total: number): Promise<{ step(): void; stop(): void }> {
  const { SingleBar, Presets } = await import("cli-progress");
  const bar = new SingleBar(
    { format: "检查 {bar} {value}/{total}  剩余 {eta_formatted}", stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}

/** Checks files, here and in worker threads where there are many; answers them in their order. */
export async function checkAll(
  files: readonly FileToCheck[],
  { language, keep, jobs, progress }: CheckAllOptions,
): Promise<{ files: CheckedFile[]; unreadable: UnreadablePath[] }> {
  const most = Math.max(1, jobs ?? availableParallelism());
  const threads = countThreads(files, most);
  const bar = progress ? await startProgress(files.length) : undefined;
  const pool = threads > 1 ? await openPool(threads - 1) : undefined;
  const answers: Answer[] = new Array(files.length);
  const { takeAny, takeOther } = queueUp(files);
  const drain = async (work: (task: CheckTask) => Promise<Answer>, take: () => number | undefined) => {
    for (let index = take(); index !== undefined; index = take()) {
      answers[index] = await work({ file: files[index]!, language, keep });
      bar?.step();
    }
  };
  const here = Array.from({ length: Math.min(openAtOnce, most) }, () => drain(checkInWorker, takeAny));
  // While PDFs are read elsewhere, this thread has time for others.
  if (most > 1) here.push(drain(checkInWorker, takeOther));
  const there = Array.from({ length: (threads - 1) * openAtOnce }, () =>
    // Standard input is this thread's.
    drain((task) => (task.file.path === "-" ? checkInWorker(task) : pool!.run(task)), takeAny),
  );
  try {
    await Promise.all([...here, ...there]);
  } finally {
    bar?.stop();
    await pool?.destroy();
  }
  return {
    files: answers.flatMap((answer) => ("checked" in answer ? [answer.checked] : [])),
    unreadable: answers.flatMap((answer, index) =>
      "reason" in answer ? [{ path: files[index]!.path, reason: answer.reason }] : [],
    ),
  };
}

async function openPool(threads: number) {
  const { Tinypool } = await import("tinypool");
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const filename = new URL(`./check-worker.${extension}`, import.meta.url).href;
  return new Tinypool({ filename, minThreads: threads, maxThreads: threads, concurrentTasksPerWorker: openAtOnce });
}

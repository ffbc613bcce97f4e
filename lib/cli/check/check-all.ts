import { availableParallelism } from "node:os";
import type { Language } from "../../validator/finding.ts";
import type { CheckedFile } from "./check-file.ts";
import checkInWorker, { type CheckTask } from "./check-worker.ts";
import type { FileToCheck, UnreadablePath } from "./find-files.ts";

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

/** Checks files, several at once in worker threads where there are many; answers them in their order. */
export async function checkAll(
  files: readonly FileToCheck[],
  { language, keep, jobs, progress }: CheckAllOptions,
): Promise<{ files: CheckedFile[]; unreadable: UnreadablePath[] }> {
  const threads = Math.max(1, Math.min(jobs ?? availableParallelism(), files.length));
  const bar = progress ? await startProgress(files.length) : undefined;
  const pool = files.length > fewFiles && threads > 1 ? await openPool(threads) : undefined;
  const work = (file: FileToCheck): Promise<Answer> =>
    pool && file.path !== "-" ? pool.run({ file, language, keep }) : checkInWorker({ file, language, keep });
  const answers: Answer[] = new Array(files.length);
  let next = 0;
  const drain = async () => {
    while (next < files.length) {
      const index = next++;
      answers[index] = await work(files[index]!);
      bar?.step();
    }
  };
  try {
    await Promise.all(Array.from({ length: pool ? threads * 2 : 1 }, drain));
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
  return new Tinypool({ filename, minThreads: threads, maxThreads: threads });
}

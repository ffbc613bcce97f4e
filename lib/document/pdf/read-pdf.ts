import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { RejectionError } from "../rejection.ts";
import type { PdfContent } from "./extract-pdf.ts";
import type { WorkerAnswer } from "./pdf-worker.ts";

export interface PdfLimits {
  /** Wall-clock limit in milliseconds. */
  timeLimit: number;
  /** By how many megabytes the process may grow (default 700); heeded in the worker only. */
  memoryLimit?: number;
  /** Read in this thread: faster for trusted files, but a hostile one can hold the thread or exhaust its memory. */
  inProcess?: boolean;
}

type PdfReader = typeof import("./pdf-worker.ts");

/** Interval in which the process's memory is looked at, in milliseconds: buffers count in no limit of the worker's heap. */
const pace = 50;
const megabyte = 1024 * 1024;
/** In megabytes. */
const defaultMemoryLimit = 700;

/**
 * Reads a PDF into blocks and notes. The bytes are taken over: transferred to a worker thread where they fill their buffer.
 * Throws RejectionError: pdf-encrypted, pdf-corrupt, pdf-no-text; too-complex past a limit.
 */
export async function readPdf(bytes: Uint8Array, limits: PdfLimits): Promise<PdfContent> {
  const whole =
    bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer && !Buffer.isBuffer(bytes);
  const own = whole ? bytes : new Uint8Array(bytes);
  return limits.inProcess ? readHere(own, limits) : readInWorker(own, limits);
}

/** The file of pdf-worker: source, build, or second entry point of a bundle. It is named at run time so that bundlers leave it out. */
function workerUrl(): URL {
  const files = ["pdf-worker.ts", "pdf-worker.js", "pdf-worker.mjs"].map((file) => new URL(file, import.meta.url));
  const found = files.find((file) => existsSync(file));
  if (!found) throw new Error("pdf-worker is missing beside the reader; a bundle needs it as a second entry point");
  return found;
}

async function readHere(bytes: Uint8Array, { timeLimit }: PdfLimits): Promise<PdfContent> {
  const { extractPdf } = (await import(workerUrl().href)) as PdfReader;
  try {
    return await extractPdf(bytes, AbortSignal.timeout(timeLimit));
  } catch (error) {
    // The module may have been loaded twice (bundle, worker): its class is then another one.
    const code = (error as Partial<RejectionError>).code;
    throw (error as Error).name === "RejectionError" && code
      ? new RejectionError(code, { cause: error })
      : new RejectionError("pdf-corrupt", { cause: error });
  }
}

/** Workers that have read their file and wait for the next; starting one costs more than most files. */
const idle: Worker[] = [];
const mostIdle = 2;

let isFirst = true;

/** Starts the first worker before there is a file for it: it loads its parser while the file is still on its way. */
export function prepareReader(): void {
  if (!isFirst) return;
  const worker = startWorker(defaultMemoryLimit);
  worker.unref();
  idle.push(worker);
}

function takeWorker(memoryLimit: number): Worker {
  const worker = idle.pop() ?? startWorker(memoryLimit);
  worker.ref();
  return worker;
}

function startWorker(memoryLimit: number): Worker {
  isFirst = false;
  const worker = new Worker(workerUrl(), {
    workerData: "gouji-pdf",
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  });
  // What happens to a worker that reads no file has nobody to tell.
  worker.on("error", () => {});
  worker.on("exit", () => {
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
  });
  return worker;
}

function readInWorker(
  bytes: Uint8Array,
  { timeLimit, memoryLimit = defaultMemoryLimit }: PdfLimits,
): Promise<PdfContent> {
  const worker = takeWorker(memoryLimit);
  const ceiling = process.memoryUsage.rss() + memoryLimit * megabyte;
  return new Promise((resolve, reject) => {
    const settle = (outcome: () => void, reusable: boolean) => {
      clearTimeout(timer);
      clearInterval(watch);
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
      if (reusable && idle.length < mostIdle) {
        idle.push(worker);
        worker.unref();
      } else {
        void worker.terminate();
      }
      outcome();
    };
    const giveUp = () => settle(() => reject(new RejectionError("too-complex")), false);
    const timer = setTimeout(giveUp, timeLimit);
    const watch = setInterval(() => process.memoryUsage.rss() > ceiling && giveUp(), pace);
    const listeners = {
      message: (answer: WorkerAnswer) => {
        if ("content" in answer) settle(() => resolve(answer.content), true);
        else settle(() => reject(new RejectionError(answer.code, { cause: answer.reason })), true);
      },
      error: (error: Error & { code?: string }) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") giveUp();
        else settle(() => reject(error), false);
      },
      exit: () => settle(() => reject(new Error("the PDF worker ended without an answer")), false),
    };
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
    worker.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
  });
}

import { Worker } from "node:worker_threads";
import type { Task } from "./fuzz-worker.ts";

/** What came of a task: its answer, or a fault (thrown, out of memory, or past the time limit). */
export interface Done<A> {
  answer?: A;
  fault?: string;
}

/** Time that one task may take before its worker is ended, in milliseconds, and the heap that it may use, in megabytes. */
export interface TaskLimits {
  time: number;
  heap: number;
}

/** Runs tasks in worker threads, each in turn; a task that does not end takes its worker with it. */
export async function runTasks<A>(
  tasks: readonly Task[],
  { time, heap }: TaskLimits,
  threads: number,
  done: (index: number, outcome: Done<A>) => void,
): Promise<void> {
  let next = 0;
  const start = () =>
    new Worker(new URL("./fuzz-worker.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: heap } });
  await Promise.all(
    Array.from({ length: threads }, async () => {
      let worker: Worker | undefined;
      for (let index = next++; index < tasks.length; index = next++) {
        worker ??= start();
        const outcome = await ask<A>(worker, tasks[index]!, time);
        if (outcome.broken) {
          await worker.terminate();
          worker = undefined;
        }
        done(index, outcome);
      }
      await worker?.terminate();
    }),
  );
}

function ask<A>(worker: Worker, task: Task, time: number): Promise<Done<A> & { broken?: boolean }> {
  return new Promise((resolve) => {
    const settle = (outcome: Done<A> & { broken?: boolean }) => {
      clearTimeout(timer);
      for (const [event, listener] of Object.entries(listeners)) worker.off(event, listener);
      resolve(outcome);
    };
    const timer = setTimeout(() => settle({ fault: `no end in ${time} ms`, broken: true }), time);
    const listeners = {
      message: (outcome: Done<A>) => settle(outcome),
      error: (error: Error) => settle({ fault: `worker: ${error.message}`, broken: true }),
      exit: () => settle({ fault: "worker ended", broken: true }),
    };
    for (const [event, listener] of Object.entries(listeners)) worker.on(event, listener);
    worker.postMessage(task);
  });
}

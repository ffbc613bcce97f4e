import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";

/** What a child told on descriptor 3, and the milliseconds from its start until it did. */
export interface ChildAnswer {
  milliseconds: number;
  /** Peak memory in KB. */
  peak: number;
  /** Milliseconds of it that were spent waiting for answers of AWS. */
  waited: number;
}

/** Runs a new Node process and waits for what it tells on descriptor 3; throws where it fails or tells of failed messages. */
export async function runChild(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<ChildAnswer> {
  const start = performance.now();
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe", "pipe"] });
  const problems = text(child.stderr!);
  const ended = once(child, "exit");
  let milliseconds = Number.NaN;
  const told = (child.stdio[3] as Readable).once("data", () => {
    milliseconds = performance.now() - start;
  });
  const answer = await text(told);
  await ended;
  if (answer === "") throw new Error(`${args.join(" ")} told nothing: ${await problems}`);
  const { failed = 0, peak, waited = 0 } = JSON.parse(answer) as Partial<ChildAnswer> & { failed?: number };
  if (failed > 0) throw new Error(`${args.join(" ")} failed: ${await problems}`);
  return { milliseconds, peak: peak ?? Number.NaN, waited };
}

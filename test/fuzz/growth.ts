import { assess } from "../../lib/assess.ts";
import { readDocument } from "../../lib/document/read-document.ts";
import { pageBombs } from "./page-bombs.ts";
import { type Context, makeTextBomb } from "./text-bombs.ts";

/** What grows: a unit in a context of a text, or a page bomb. */
export type Pair = { unit: string; context: Context } | { bomb: string };

export interface Growth {
  /** Size of the smaller input in bytes. */
  bytes: number;
  /** Milliseconds of this thread's processor time for the smaller and for ten times as much. */
  small: number;
  large: number;
}

const least = 50;
const mostBytes = 1_500_000;

async function spend(bytes: Uint8Array): Promise<number> {
  const start = process.threadCpuUsage();
  const result = await readDocument(bytes, "growth");
  if (result.status === "read") assess(result.document);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** The mean of ten readings one after the other: as much work, and as much garbage to collect, as one input of ten times the size. */
async function tenfold(bytes: Uint8Array): Promise<number> {
  let sum = 0;
  for (let run = 0; run < 10; run++) sum += await spend(bytes);
  return sum / 10;
}

const middle = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1]!;

const make = (pair: Pair, size: number): Uint8Array =>
  Buffer.from("bomb" in pair ? pageBombs[pair.bomb]!(size / 40) : makeTextBomb(pair.unit, pair.context, size));

/** Processor time of an input that takes at least 50 ms, and of ten times as much. Null where no such input is small enough, or the larger one is past a limit. */
export async function measureGrowth(pair: Pair): Promise<Growth | null> {
  for (let size = 20_000; ; size *= 2) {
    const bytes = make(pair, size);
    if (bytes.length > mostBytes) return null;
    if ((await spend(bytes)) < least || (await tenfold(bytes)) < least) continue;
    const large = make(pair, size * 10);
    const read = await readDocument(large, "growth");
    // Past a limit nothing is measured but the limit.
    if (read.status === "rejected") return null;
    const times: { small: number[]; large: number[] } = { small: [], large: [] };
    // Side by side, so that a busy machine is as busy for both.
    for (let round = 0; round < 3; round++) {
      times.small.push(await tenfold(bytes));
      times.large.push(await spend(large));
    }
    return { bytes: bytes.length, small: middle(times.small), large: middle(times.large) };
  }
}

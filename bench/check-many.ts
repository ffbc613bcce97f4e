import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeMany } from "../test/support/generator/write-many.ts";
import { makeInputs } from "./inputs.ts";
import { median, quantile } from "./measure.ts";
import type { Row } from "./row.ts";
import { runChild } from "./run-child.ts";

const program = fileURLToPath(new URL("../bin/gouji.js", import.meta.url));
const peakTeller = fileURLToPath(new URL("children/tell-peak.js", import.meta.url));
const count = 1000;

/** Linux's own tool; one job alone already takes more than a core, for V8 compiles and collects in threads of its own. */
const oneCore = ["taskset", "-c", "0"] as const;
const canPin = process.platform === "linux" && spawnSync(oneCore[0], [...oneCore.slice(1), "true"]).status === 0;

/** Seconds that `gouji check` takes, on one core where `pinned`; throws unless it checked everything. */
function timeCheck(folder: string, jobs: number, pinned = false): number {
  const start = performance.now();
  const args = [program, "check", "--quiet", "--format", "json", "--jobs", String(jobs), folder];
  const [command, ...rest] = [...(pinned ? oneCore : []), process.execPath, ...args];
  const { status, stderr } = spawnSync(command!, rest, { stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0 && status !== 1) throw new Error(`gouji check ended with ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

const rounds = 3;

/** `gouji check` of 1,000 files on all cores, against as many times one core, in turn. */
export async function measureManyFiles(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "gouji-bench-"));
  try {
    writeMany(folder, { count, broken: 0.1 });
    const cores = availableParallelism();
    const runs = Array.from({ length: rounds }, () => {
      return { one: timeCheck(folder, 1, canPin), all: timeCheck(folder, cores) };
    });
    const [one, all] = [median(runs.map((run) => run.one)), median(runs.map((run) => run.all))];
    const shares = runs.map((run) => run.one / cores / run.all);
    return [
      {
        id: "check/many",
        what: `gouji check of ${count} files on ${cores} cores, files a second`,
        against: canPin ? `--jobs 1, pinned to one core, × ${cores}` : `--jobs 1, not pinned, × ${cores}`,
        anchor: (count / one) * cores,
        ours: count / all,
        unit: "1/s",
        kind: "share",
        value: median(shares),
        low: quantile(shares, 0.25),
        high: quantile(shares, 0.75),
        reach: { limit: 0.8, atLeast: true },
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Peak memory of `gouji check` of one file, worker thread included. */
export async function measureMemory(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "gouji-bench-"));
  const { word, traditional, pdf } = makeInputs();
  const files = [
    { id: "html", limit: 120, input: word },
    { id: "text", limit: 120, input: traditional },
    { id: "pdf", limit: 350, input: pdf },
  ];
  try {
    const rows: Row[] = [];
    for (const { id, limit, input } of files) {
      const file = join(folder, id);
      writeFileSync(file, input.bytes);
      const peaks: number[] = [];
      // Three runs: the first may have to compile what the others find compiled.
      for (let run = 0; run < 3; run++)
        peaks.push((await runChild(["--import", peakTeller, program, "check", "--quiet", file])).peak);
      const what = `peak memory of gouji check, ${input.name}`;
      const value = median(peaks) / 1000;
      const judged = { kind: "size", value, reach: { limit } } as const;
      rows.push({ id: `memory/check-${id}`, what, against: "–", anchor: null, ours: value, unit: "MB", ...judged });
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

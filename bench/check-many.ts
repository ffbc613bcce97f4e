import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeMany } from "../test/support/generator/write-many.ts";
import { makeInputs } from "./inputs.ts";
import { median } from "./measure.ts";
import type { Row } from "./row.ts";
import { runChild } from "./run-child.ts";

const program = fileURLToPath(new URL("../bin/gouji.js", import.meta.url));
const peakTeller = fileURLToPath(new URL("children/tell-peak.js", import.meta.url));
const count = 1000;

/** Seconds that `gouji check` takes; throws unless it checked everything. */
function timeCheck(folder: string, jobs: number): number {
  const start = performance.now();
  const args = [program, "check", "--quiet", "--format", "json", "--jobs", String(jobs), folder];
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0 && status !== 1) throw new Error(`gouji check ended with ${status}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

/** `gouji check` of 1,000 files on all cores, against as many times one file on one core. */
export async function measureManyFiles(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "gouji-bench-"));
  try {
    writeMany(folder, { count, broken: 0.1 });
    const cores = availableParallelism();
    const one = timeCheck(folder, 1);
    const all = timeCheck(folder, cores);
    return [
      {
        id: "check/many",
        what: `gouji check of ${count} files on ${cores} cores, files a second`,
        against: `one core × ${cores}`,
        anchor: (count / one) * cores,
        ours: count / all,
        unit: "1/s",
        kind: "share",
        value: one / cores / all,
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

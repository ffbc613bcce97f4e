/**
 * npm run bench [-- SECTION...]: measures gouji against anchors in one run, prints the table, and (when every section ran)
 * writes bench/latest.json. Drift is against the committed figures; it fails nothing.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { measureBundles } from "./bundles.ts";
import { measureManyFiles, measureMemory } from "./check-many.ts";
import { measureColdStarts } from "./cold-start.ts";
import { type Cost, computeCost } from "./cost.ts";
import type { Usage } from "./count-usage.ts";
import { measureGrowth } from "./growth.ts";
import { measureLocalStack } from "./local-stack.ts";
import { toLines } from "./print-rows.ts";
import { measureReaders } from "./readers.ts";
import type { Row } from "./row.ts";
import { measureRules } from "./rules.ts";

interface Figures {
  measuredAt: string;
  node: string;
  cores: number;
  /** Processes that wanted a core while it was measured: much more than one, and the times (not the ratios) are too long. */
  load: number;
  rows: Row[];
  cost: Cost;
}

let usage: Usage | undefined;

const sections: Record<string, () => Promise<Row[]>> = {
  readers: measureReaders,
  rules: measureRules,
  growth: measureGrowth,
  cold: measureColdStarts,
  bundles: measureBundles,
  memory: measureMemory,
  stack: async () => {
    const measured = await measureLocalStack();
    usage = measured.usage;
    return measured.rows;
  },
  many: measureManyFiles,
};

function readCommitted(): Row[] {
  try {
    const json = execFileSync("git", ["show", "HEAD:bench/latest.json"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return (JSON.parse(json) as Figures).rows;
  } catch {
    // The first run has nothing to compare with.
    return [];
  }
}

const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(sections);
const committed = readCommitted();
const rows: Row[] = [];
for (const name of names) {
  const measure = sections[name];
  if (!measure) throw new Error(`no section ${name}; there are ${Object.keys(sections).join(", ")}`);
  const start = performance.now();
  const measured = await measure();
  rows.push(...measured);
  console.log(`\n${name}, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  for (const line of toLines(measured, committed)) console.log(line);
}

if (asked.length === 0 && usage) {
  const figures: Figures = {
    measuredAt: new Date().toISOString(),
    node: process.version,
    cores: availableParallelism(),
    load: Math.round(loadavg()[0]! * 10) / 10,
    rows,
    cost: computeCost(rows, usage),
  };
  writeFileSync(new URL("latest.json", import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
}
// A worker that waits for the next PDF would keep the process.
process.exit(0);

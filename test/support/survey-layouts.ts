/**
 * Reads generated reports in every layout and counts what was not exact: `node test/support/survey-layouts.ts [CASES] [CARRIER] [FIRST SEED]`.
 * A failing file is kept in the folder that the last line names.
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Carrier, carriers, makeCase } from "./generator/make-case.ts";
import { readCase } from "./generator/read-case.ts";

const cases = Number(process.argv[2] ?? 50);
const only = process.argv[3];
const first = Number(process.argv[4] ?? 1);
const folder = mkdtempSync(join(tmpdir(), "gouji-survey-"));

/** The choices of a case, flat: `figures.zero="/"`. */
function flatten(choices: object, prefix = ""): string[] {
  return Object.entries(choices).flatMap(([key, value]) =>
    value !== null && typeof value === "object"
      ? flatten(value, `${prefix}${key}.`)
      : [`${prefix}${key}=${JSON.stringify(value)}`],
  );
}

/** The choices that go with failures: those whose share of failures is highest, with failures and cases. */
function suspects(tallies: ReadonlyMap<string, readonly [failed: number, all: number]>): string {
  const often = [...tallies].filter(([, [failed, all]]) => failed > 1 && all > 2);
  often.sort(([, a], [, b]) => b[0] / b[1] - a[0] / a[1] || b[0] - a[0]);
  return often
    .slice(0, 6)
    .map(([choice, [failed, all]]) => `${choice} ${failed}/${all}`)
    .join("  ");
}

async function survey(carrier: Carrier): Promise<void> {
  const failures: string[] = [];
  const tallies = new Map<string, [number, number]>();
  const start = performance.now();
  for (let seed = first; seed < first + cases; seed++) {
    const written = makeCase(carrier, seed);
    const differences = await readCase(written).catch((error) => [`threw: ${String(error).slice(0, 200)}`]);
    const isWrong = differences.length > 0;
    for (const choice of flatten(written.choices)) {
      const [failed, all] = tallies.get(choice) ?? [0, 0];
      tallies.set(choice, [failed + (isWrong ? 1 : 0), all + 1]);
    }
    if (!isWrong) continue;
    writeFileSync(join(folder, written.name), written.bytes);
    failures.push(
      `  ${written.name} ${differences.length}: ${differences.slice(0, 3).join("; ")}\n    ${JSON.stringify(written.choices)}`,
    );
  }
  const each = ((performance.now() - start) / cases).toFixed(1);
  console.log(`${carrier}: ${cases - failures.length} of ${cases} exact, ${each} ms each`);
  if (failures.length > 1) console.log(`  suspects: ${suspects(tallies)}`);
  for (const failure of failures.slice(0, only ? 20 : 3)) console.log(failure);
}

for (const carrier of carriers) if (!only || carrier.startsWith(only)) await survey(carrier);
console.log(folder);
process.exit(0);

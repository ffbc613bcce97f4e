// npm run fuzz -- [inputs] [seed]: leads hostile inputs through every stage, measures growth; exits 1 when one of them throws, hangs or grows.
import fc from "fast-check";
import type { Followed } from "./follow-input.ts";
import type { Growth, Pair } from "./growth.ts";
import { pageBombs } from "./page-bombs.ts";
import { describeRecipe, type Recipe, recipes } from "./recipes.ts";
import { runTasks } from "./run-tasks.ts";
import { contexts, units } from "./text-bombs.ts";

const count = Number(process.argv[2] ?? 20_000);
const seed = Number(process.argv[3] ?? 20_260_101);
const largest = 100_000;
const limits = { time: 60_000, heap: 900 };
const mostGrowth = 12;
/** Pairs of unit and context whose growth is measured. */
const pairsMeasured = 90;

const started = Date.now();
const seconds = () => ((Date.now() - started) / 1000).toFixed(0);
console.log(`${count} inputs, seed ${seed}`);

const inputs: Recipe[] = fc.sample(recipes(largest), { seed, numRuns: count });
const outcomes = new Map<string, number>();
const kinds = new Map<string, number>();
const slow: { time: number; text: string }[] = [];
const faults: string[] = [];
let finished = 0;
await runTasks<Followed>(
  inputs.map((recipe) => ({ recipe })),
  limits,
  2,
  (index, { answer, fault }) => {
    const recipe = inputs[index]!;
    const outcome = answer?.outcome ?? "FAULT";
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    kinds.set(recipe.kind, (kinds.get(recipe.kind) ?? 0) + 1);
    if (fault) {
      faults.push(`#${index} ${describeRecipe(recipe)}\n    ${fault}`);
      console.log(`FAULT ${faults.at(-1)}`);
    }
    if (answer) {
      const { read, assess, tell } = answer;
      const times = [read, assess, tell].map((time) => time.toFixed(0)).join(" + ");
      slow.push({ time: read + assess + tell, text: `${times} ms  ${outcome}  #${index} ${describeRecipe(recipe)}` });
      slow.sort((a, b) => b.time - a.time).splice(10);
    }
    if (++finished % 2000 === 0) console.log(`${seconds()} s  ${finished} inputs, ${faults.length} faults`);
  },
);

const sorted = (map: Map<string, number>) => [...map].sort((a, b) => b[1] - a[1]);
console.log("\ninputs by kind");
for (const [kind, number] of sorted(kinds)) console.log(`${String(number).padStart(7)}  ${kind}`);
console.log("inputs by outcome");
for (const [outcome, number] of sorted(outcomes)) console.log(`${String(number).padStart(7)}  ${outcome}`);
console.log("slowest (read + assess + told)");
for (const { text } of slow) console.log(`  ${text}`);

const everyPair: Pair[] = contexts.flatMap((context) => units.map((unit) => ({ unit, context })));
const pairs: Pair[] = [
  ...fc.sample(fc.shuffledSubarray(everyPair, { minLength: pairsMeasured, maxLength: pairsMeasured }), {
    seed,
    numRuns: 1,
  })[0]!,
  ...Object.keys(pageBombs).map((bomb) => ({ bomb })),
];
const grown: { ratio: number; text: string }[] = [];
await runTasks<Growth | null>(
  pairs.map((pair) => ({ pair })),
  { ...limits, time: 300_000 },
  2,
  (index, { answer, fault }) => {
    const name = JSON.stringify(pairs[index]);
    if (fault) {
      faults.push(`growth of ${name}: ${fault}`);
      console.log(`FAULT ${faults.at(-1)}`);
    } else if (answer) {
      const { bytes, small, large } = answer;
      const ratio = large / small;
      grown.push({
        ratio,
        text: `${ratio.toFixed(1).padStart(6)} ×  ${small.toFixed(0)} → ${large.toFixed(0)} ms  ${bytes} bytes  ${name}`,
      });
    }
  },
);
grown.sort((a, b) => b.ratio - a.ratio);
console.log(`\ngrowth of time with ten times the input: ${grown.length} of ${pairs.length} take 50 ms below 1.5 MB`);
for (const { text } of grown.slice(0, 12)) console.log(text);

const steep = grown.filter(({ ratio }) => ratio > mostGrowth).length;
console.log(`\n${faults.length} faults, ${steep} grow more than ${mostGrowth} times; ${seconds()} s`);
process.exitCode = faults.length + steep > 0 ? 1 : 0;

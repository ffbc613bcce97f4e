import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { applyEdit, type Edit, edits, readBases } from "./mutate.ts";
import { pageBombs } from "./page-bombs.ts";
import { pdfBombs } from "./pdf-bombs.ts";
import { type Context, contexts, makeTextBomb, units } from "./text-bombs.ts";

/** How an input is made: small, and the same input every time. */
export type Recipe =
  | { kind: "bytes"; bytes: number[]; head: string }
  | { kind: "words"; words: string[]; end: string }
  | { kind: "mutant"; base: number; edits: Edit[]; gzip: boolean }
  | { kind: "text"; unit: string; context: Context; size: number }
  | { kind: "page"; bomb: string; size: number }
  | { kind: "pdf"; bomb: string; size: number };

const bases = readBases();
const heads = [
  "",
  "%PDF-1.7\n",
  "<html><table>",
  "PK\x03\x04",
  "\xff\xfe",
  "\xfe\xff",
  "\xef\xbb\xbf",
  "\x1f\x8b\x08",
  "云岭县2023年政府信息公开工作年度报告\n",
];
const ordinals = [
  "云岭县2023年政府信息公开工作年度报告",
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "六、其他需要报告的事项",
];

/** `bound` is the largest size of text bombs in characters; other bombs follow it. */
export function recipes(bound: number): fc.Arbitrary<Recipe> {
  const size = fc.integer({ min: 1, max: Math.max(10, Math.floor(bound / 40)) });
  return fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("bytes" as const),
        bytes: fc.array(fc.nat(255), { maxLength: 600 }),
        head: fc.constantFrom(...heads),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant("words" as const),
        words: fc.array(fc.constantFrom(...ordinals, ...units), { maxLength: 150 }),
        end: fc.constantFrom("", "\n", "。\n", "|", "5件，"),
      }),
    },
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant("mutant" as const),
        base: fc.nat(bases.length - 1),
        edits: fc.array(edits, { minLength: 1, maxLength: 4 }),
        gzip: fc.nat(60).map((n) => n === 0),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant("text" as const),
        unit: fc.constantFrom(...units),
        context: fc.constantFrom(...contexts),
        size: fc.integer({ min: 10, max: bound }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("page" as const),
        bomb: fc.constantFrom(...Object.keys(pageBombs)),
        size,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant("pdf" as const),
        bomb: fc.constantFrom(...Object.keys(pdfBombs)),
        size: fc.integer({ min: 1, max: Math.max(10, Math.floor(bound / 200)) }),
      }),
    },
  );
}

/** The bytes of an input. */
export function cook(recipe: Recipe): Uint8Array {
  switch (recipe.kind) {
    case "bytes":
      return Buffer.concat([
        Buffer.from(recipe.head, recipe.head.startsWith("云") ? "utf8" : "latin1"),
        Buffer.from(recipe.bytes),
      ]);
    case "words":
      return Buffer.from(recipe.words.join(recipe.end));
    case "mutant": {
      const bytes = recipe.edits.reduce(applyEdit, Buffer.from(bases[recipe.base]!.read()));
      return recipe.gzip ? gzipSync(bytes) : bytes;
    }
    case "text":
      return Buffer.from(makeTextBomb(recipe.unit, recipe.context, recipe.size));
    case "page":
      return Buffer.from(pageBombs[recipe.bomb]!(recipe.size));
    case "pdf":
      return pdfBombs[recipe.bomb]!(recipe.size);
  }
}

/** A recipe in one short line. */
export function describeRecipe(recipe: Recipe): string {
  const text =
    recipe.kind === "mutant" ? JSON.stringify({ ...recipe, base: bases[recipe.base]!.name }) : JSON.stringify(recipe);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

import { readFileSync } from "node:fs";
import { narrativeRules } from "../../lib/rules/narrative/rules.ts";
import { buildReport, type ReportSketch } from "./report-builder.ts";

/** One case of the prose bench: a report's prose and exactly what must be found in it. */
export interface ProseCase {
  set: string;
  line: number;
  report: string;
  text: string;
  /** `rule expected actual`, without the numbers where the rule has none. */
  wanted: string[];
}

const folder = new URL("../../bench/prose/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const sketches: Record<string, ReportSketch> = JSON.parse(read("reports.json"));
/** The fee statement is a question to a whole report, not to a sentence. */
const rules = narrativeRules.filter((rule) => rule.id !== "narrative/fee-statement-missing");

/** The cases of bench/prose/`set`.txt. */
export function readProseCases(set: string): ProseCase[] {
  const cases: ProseCase[] = [];
  let report = "bureau";
  read(`${set}.txt`)
    .split("\n")
    .forEach((line, index) => {
      if (line.startsWith("@")) report = line.slice(1).trim();
      const bar = line.indexOf("|");
      if (!/^[+-]/.test(line) || bar < 0) return;
      const wanted = line
        .slice(1, bar)
        .split(";")
        .map((one) => one.trim());
      cases.push({
        set,
        line: index + 1,
        report,
        text: line.slice(bar + 1).trim(),
        wanted: wanted.filter(Boolean).sort(),
      });
    });
  return cases;
}

/** What the narrative rules find in a case, in the form of `wanted`, with the messages. */
export function checkProseCase({ report, text }: ProseCase): { found: string[]; messages: string[] } {
  const prose = text.split(" // ").map((paragraph): [number, string] => {
    const match = /^\{(\d)\}/.exec(paragraph);
    return [Number(match?.[1] ?? 1), match ? paragraph.slice(3) : paragraph];
  });
  const built = buildReport({ ...sketches[report]!, prose });
  const found: string[] = [];
  const messages: string[] = [];
  for (const rule of rules) {
    for (const { expected, actual, message } of rule.check(built)) {
      const numbers = expected === undefined || expected === null ? "" : ` ${expected} ${actual}`;
      found.push(rule.id.replace("narrative/", "") + numbers);
      messages.push(message.zh);
    }
  }
  return { found: found.sort(), messages };
}

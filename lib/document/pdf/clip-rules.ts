import type { Rule } from "./geometry.ts";

/** Cuts off what lies above and below the bounds of the rules from `start` on: some writers draw a table whole on each of its pages. */
export function clipRules(rules: Rule[], start: number, top: number, bottom: number): void {
  let kept = start;
  for (let index = start; index < rules.length; index++) {
    const rule = rules[index]!;
    if (rule.horizontal) {
      if (rule.at >= top && rule.at <= bottom) rules[kept++] = rule;
    } else if (rule.to > top && rule.from < bottom) {
      rules[kept++] = { ...rule, from: Math.max(rule.from, top), to: Math.min(rule.to, bottom) };
    }
  }
  rules.length = kept;
}

import type { Rule } from "./geometry.ts";

/** Rules this near to one line are one line, in points. */
const spread = 1.2;
/** Dashes and the gaps between separate cells that a line runs over, in points. */
const bridge = 3.2;
/** Lines with their pieces joined; shorter ones than this are dots, ticks and punctuation. */
const shortest = 4;
/** Pieces no longer than this are dots, which run either way: a line of nothing else is one from this length on. */
const dot = 2.6;
const shortestDotted = 9;

/** Joins the pieces of lines: each cell's own side, dashes, double printing. */
export function joinRules(rules: readonly Rule[]): Rule[] {
  return [
    ...joinDirection(rules.filter((rule) => rule.horizontal)),
    ...joinDirection(rules.filter((rule) => !rule.horizontal)),
  ];
}

function joinDirection(rules: Rule[]): Rule[] {
  const sorted = rules.sort((a, b) => a.at - b.at);
  const joined: Joined[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    const first = sorted[start]!.at;
    while (
      end < sorted.length &&
      sorted[end]!.at - sorted[end - 1]!.at <= spread &&
      sorted[end]!.at - first <= 2 * spread
    )
      end++;
    joined.push(...joinLine(sorted.slice(start, end)));
    start = end;
  }
  return joined
    .filter(({ rule, longest }) => rule.to - rule.from >= (longest > dot ? shortest : shortestDotted))
    .map(({ rule }) => rule);
}

/** A line with the length of its longest piece. */
interface Joined {
  rule: Rule;
  longest: number;
}

function joinLine(pieces: Rule[]): Joined[] {
  pieces.sort((a, b) => a.from - b.from);
  const lines: Joined[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const length = piece.to - piece.from;
    if (last && piece.from <= last.rule.to + bridge) {
      last.rule.to = Math.max(last.rule.to, piece.to);
      last.longest = Math.max(last.longest, length);
    } else lines.push({ rule: { ...piece }, longest: length });
  }
  return lines;
}

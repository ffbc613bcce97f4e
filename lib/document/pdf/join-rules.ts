import type { Rule } from "./geometry.ts";

/** Rules this near to one line are one line, in points. */
const spread = 1.2;
/** Dashes and the gaps between separate cells that a line runs over, in points. */
const bridge = 3.2;
/** Lines with their pieces joined; shorter ones than this are dots, ticks and punctuation. */
const shortest = 4;

/** Joins the pieces of lines: each cell's own side, dashes, double printing. */
export function joinRules(rules: readonly Rule[]): Rule[] {
  return [
    ...joinDirection(rules.filter((rule) => rule.horizontal)),
    ...joinDirection(rules.filter((rule) => !rule.horizontal)),
  ];
}

function joinDirection(rules: Rule[]): Rule[] {
  const sorted = rules.sort((a, b) => a.at - b.at);
  const joined: Rule[] = [];
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
  return joined.filter((rule) => rule.to - rule.from >= shortest);
}

function joinLine(pieces: Rule[]): Rule[] {
  pieces.sort((a, b) => a.from - b.from);
  const lines: Rule[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last && piece.from <= last.to + bridge) last.to = Math.max(last.to, piece.to);
    else lines.push({ ...piece });
  }
  return lines;
}

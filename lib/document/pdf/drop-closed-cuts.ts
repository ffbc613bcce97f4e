import type { Rule } from "./geometry.ts";
import { joinRules } from "./join-rules.ts";
import type { PageGlyphs } from "./page-glyphs.ts";

type Cut = PageGlyphs["cuts"][number];

/** A wall this near right of a number, in points, ends its cell. */
const walled = 2;
/** Where a rule above or below ends this near, in points, no further digit has room in the table. */
const room = 1.2;
const height = 60;
const mostCuts = 200;

/** Leaves out the cuts at which a rule shows that the table ends there: what is to be seen ends as well, but no number is cut. */
export function dropClosedCuts(cuts: readonly Cut[], rules: readonly Rule[]): readonly Cut[] {
  if (cuts.length === 0 || cuts.length > mostCuts) return cuts;
  const joined = joinRules(rules);
  return cuts.filter((cut) => !joined.some((rule) => closes(rule, cut)));
}

function closes({ horizontal, at, from, to }: Rule, { x, y }: Cut): boolean {
  if (!horizontal) return at > x - walled / 2 && at < x + walled && from < y && to > y;
  return Math.abs(at - y) < height && from < x - height && to > x - walled / 4 && to < x + room;
}

import type { Cut } from "./find-cuts.ts";
import type { Rule } from "./geometry.ts";
import { joinRules } from "./join-rules.ts";

/** A wall this near right of a number, in points, ends its cell. */
const walled = 2;
/** Where a rule above or below ends this near, in points, no further digit has room in the table. */
const room = 1.2;
const height = 60;
const mostCuts = 200;

const mostOpen = 1000;
/** By how much a rule must reach over the bound of what is to be seen, in points, to go on beyond it. */
const slack = 1;

/**
 * Leaves out the cuts at which a rule shows that the table ends there: what is to be seen ends as well, but no number is cut. Of
 * numbers that end well before that bound those stay whose table goes on beyond it with no wall between.
 */
export function dropClosedCuts(cuts: readonly Cut[], rules: readonly Rule[]): readonly Cut[] {
  if (cuts.length === 0) return cuts;
  const joined = joinRules(rules);
  const reached = cuts.filter((cut) => cut.bound === undefined);
  const kept = reached.length > mostCuts ? reached : reached.filter((cut) => !joined.some((rule) => closes(rule, cut)));
  const open = cuts.filter((cut) => cut.bound !== undefined).slice(0, mostOpen);
  return [...kept, ...open.filter((cut) => goesOn(cut, joined))];
}

function goesOn({ x, y, bound }: Cut, rules: readonly Rule[]): boolean {
  const isWall = ({ horizontal, at, from, to }: Rule) =>
    !horizontal && at > x - walled / 2 && at < bound! + slack && from < y && to > y - height / 4;
  const reaches = ({ horizontal, at, from, to }: Rule) =>
    horizontal && Math.abs(at - y) < height && from < bound! - height && to > bound! + slack;
  return rules.some(reaches) && !rules.some(isWall);
}

function closes({ horizontal, at, from, to }: Rule, { x, y, area = Infinity }: Cut): boolean {
  if (!horizontal) return at > x - walled / 2 && at < x + walled && from < y && to > y;
  return Math.abs(at - y) < height && from < x - height && to > x - walled / 4 && to < Math.min(x + room, area + slack);
}

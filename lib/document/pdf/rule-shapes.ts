import type { Box, Rule } from "./geometry.ts";

export type Point = [x: number, y: number];

/** Adds a rule at `at` between two positions, in either order; what is not finite is left out. */
export function addRule(rules: Rule[], horizontal: boolean, at: number, a: number, b: number): void {
  if (Number.isFinite(at) && Number.isFinite(a) && Number.isFinite(b)) {
    rules.push({ horizontal, at, from: Math.min(a, b), to: Math.max(a, b) });
  }
}

/** Adds the four sides of a box as rules. */
export function addEdges(rules: Rule[], box: Box): void {
  addRule(rules, true, box.y0, box.x0, box.x1);
  addRule(rules, true, box.y1, box.x0, box.x1);
  addRule(rules, false, box.x0, box.y0, box.y1);
  addRule(rules, false, box.x1, box.y0, box.y1);
}

/** The smallest box around points. */
export function extent(path: Point[]): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const [x, y] of path) {
    box.x0 = Math.min(box.x0, x);
    box.y0 = Math.min(box.y0, y);
    box.x1 = Math.max(box.x1, x);
    box.y1 = Math.max(box.y1, y);
  }
  return box;
}

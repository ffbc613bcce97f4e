import type { Box } from "./geometry.ts";

/** Share of a page's width from which a filled rectangle that holds so many others is the ground of its text. */
const ground = 0.8;
const leastHeld = 8;
const mostGrounds = 100;

/** Rectangles that are no cells but the ground on which a page's text and tables stand. */
export function findGrounds(fills: readonly Box[], page: Box): Set<Box> {
  const wide = fills.filter(({ x0, x1 }) => x1 - x0 > ground * (page.x1 - page.x0)).slice(0, mostGrounds);
  const holds = (outer: Box) => {
    let held = 0;
    for (const { x0, x1, y0, y1 } of fills) {
      if (x0 < outer.x0 || x1 > outer.x1 || y0 <= outer.y0 || y1 >= outer.y1) continue;
      if (++held >= leastHeld) return true;
    }
    return false;
  };
  return new Set(wide.filter((fill) => fill.y1 - fill.y0 > ground * (page.y1 - page.y0) || holds(fill)));
}

import type { DrawnRun } from "./drawn-run.ts";
import { type Box, type Turn, toUpright } from "./geometry.ts";
import type { GraphicsState } from "./walk-operators.ts";

/** A filled rectangle, drawn after so many runs of text. */
export interface Cover {
  box: Box;
  after: number;
}

const mostCovers = 400;

/** Remembers a large filled rectangle: an opaque one hides what was drawn before it, a coloured one shows white text on it. */
export function addCover(
  args: unknown[],
  { matrix }: GraphicsState,
  turn: Turn,
  after: number,
  covers: Cover[],
  least: number,
): void {
  const bounds = args[2] as ArrayLike<number> | null;
  if (covers.length >= mostCovers || !bounds) return;
  const corner = (x: number, y: number) =>
    toUpright(turn, matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]);
  const [ax, ay] = corner(bounds[0]!, bounds[1]!);
  const [bx, by] = corner(bounds[2]!, bounds[3]!);
  const box = { x0: Math.min(ax, bx), x1: Math.max(ax, bx), y0: Math.min(ay, by), y1: Math.max(ay, by) };
  if ((box.x1 - box.x0) * (box.y1 - box.y0) >= least && Math.min(box.x1 - box.x0, box.y1 - box.y0) > 8)
    covers.push({ box, after });
}

const isOver = ({ x, y }: DrawnRun, { x0, x1, y0, y1 }: Box) => x > x0 - 1 && x < x1 && y > y0 + 1 && y < y1 + 1;

/** Hides the runs over which a rectangle is painted. */
export function hideCovered(runs: readonly DrawnRun[], { box, after }: Cover): void {
  for (let index = 0; index < after; index++) if (isOver(runs[index]!, box)) runs[index]!.hidden = true;
}

const figure = /^[\d.,\s０-９，．-]*\d[\d.,\s０-９，．-]*$/;

/** Hides figures drawn in white where nothing coloured was drawn before; other white text may stand on a picture. */
export function hideWhite(runs: readonly DrawnRun[], grounds: readonly Cover[]): void {
  if (grounds.length >= mostCovers) return;
  for (const [index, run] of runs.entries()) {
    if (!run.white || run.hidden || !figure.test(run.text)) continue;
    run.hidden = !grounds.some(({ box, after }) => after <= index && isOver(run, box));
  }
}

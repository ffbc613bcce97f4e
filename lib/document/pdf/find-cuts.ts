import type { DrawnRun } from "./drawn-run.ts";
import type { Box, PageText } from "./geometry.ts";

/** The end of a text that what is to be seen may have cut. `bound`: it ends well before that bound, beyond which a further glyph may have stood. */
export interface Cut {
  x: number;
  y: number;
  bound?: number;
  /** Right end of the area that is to be seen, if it reached that. */
  area?: number;
}

/** Text that ends this near to the bounds of the page's area, in ems, may have lost a glyph whose edge is narrower than its advance. */
const nearArea = 0.1;
const overClip = 0.05;
/** Text that begins or ends this near to the page's margins, in ems, is set flush with them rather than cut. */
const flush = 0.015;
/** Share of the page's width from which a clip is the page's area rather than a cell's. */
const area = 0.6;
/** A further digit has no room in less than this, in ems, letter spacing included. */
const roomForDigit = 1.6;

/** The edges of a page: where text begins and, if the margins are alike, where it ends that is set flush with the page's area. */
export function findEdges({ items, box }: PageText): number[] {
  let left = Infinity;
  for (const { x0, turn } of items) if (turn === 0) left = Math.min(left, x0);
  return [left, box.x0 + box.x1 - left];
}

const isArea = (clip: Box, box: Box): boolean =>
  Math.min(clip.x1, box.x1) - Math.max(clip.x0, box.x0) > area * (box.x1 - box.x0);

/** Whether a run begins beyond the area that is to be seen. */
export const isBeyond = ({ x }: DrawnRun, clip: Box, box: Box): boolean => x > clip.x1 && isArea(clip, box);

/** Where a run is cut by its clip or the page's box; `shown`: where its last glyph ends that the reader gives, `edges`: those of the page. */
export function findCuts(run: DrawnRun, shown: number, clip: Box, box: Box, edges: readonly number[]): readonly Cut[] {
  const { x: x0, x1, y, size } = run;
  const left = Math.max(clip.x0, box.x0);
  const right = Math.min(clip.x1, box.x1);
  const room = roomForDigit * size;
  if (x1 < right - room && x0 > left + nearArea * size && shown === x1) return none;
  const whole = isArea(clip, box);
  const cuts: Cut[] = [];
  const isFlush = (x: number) => edges.some((edge) => Math.abs(x - edge) <= flush * size);
  const endCut = (end: number, edge: number, reach: number) => {
    if (end > edge + reach && x0 < edge && !(end <= edge && isFlush(end)))
      cuts.push({ x: end, y, ...(whole ? { area: edge } : {}) });
    else if (whole && end < edge && end > edge - room && endsInDigit(run)) cuts.push({ x: end, y, bound: edge });
  };
  const reach = (whole ? -nearArea : overClip) * size;
  endCut(x1, right, reach);
  // The reader leaves out glyphs that begin beyond the page.
  if (right < box.x1 - 1) endCut(shown, box.x1, -nearArea * size);
  else if (shown < x1) endCut(shown, shown, -1);
  if (x0 < left - reach && x1 > left && !(x0 >= left - flush * size && isFlush(x0))) cuts.push({ x: x0, y });
  return cuts;
}

const none: readonly Cut[] = [];
const digit = /[\d０-９]$/;

function endsInDigit({ glyphs }: DrawnRun): boolean {
  const last = glyphs.findLast((glyph) => glyph !== null && typeof glyph === "object");
  return typeof last === "object" && last !== null && digit.test(last.unicode);
}

/** A writer that draws text `beyond` the area that is to be seen leaves no glyph out; the reader still does beyond the page. */
export function dropShown(cuts: readonly Cut[], beyond: boolean, box: Box): readonly Cut[] {
  return beyond ? cuts.filter(({ bound, area: end }) => (bound ?? end ?? box.x1) > box.x1 - 1) : cuts;
}

import { doubtful } from "../doubtful.ts";
import { clipOf, type DrawnGlyphs, type DrawnRun, drawRun, shownEnd } from "./drawn-run.ts";
import { type DrawnStrings, joinStretches } from "./drawn-strings.ts";
import type { DrawnText } from "./drop-hidden.ts";
import { type Cut, dropShown, findCuts, findEdges, isBeyond } from "./find-cuts.ts";
import type { Item, PageText } from "./geometry.ts";
import { addCover, type Cover, hideCovered, hideWhite } from "./hide-runs.ts";
import type { OperatorList } from "./load-pdf.ts";
import { createTextState, setText, type TextState } from "./text-state.ts";
import { walkOperators } from "./walk-operators.ts";

/** What only the operators of a page tell about its text. */
export interface PageGlyphs {
  /** Marks (U+FFFD) where a damaged font lost a character. */
  lost: Item[];
  /** Text that is not to be seen: drawn without ink, figures in white on white, or painted over. */
  hidden: readonly DrawnText[];
  /** Text that is to be seen; asked for only where some may be hidden. */
  visible: () => readonly DrawnText[];
  /** Where text reaches the bounds beyond which nothing is to be seen: writers leave out the glyphs that would stand there. */
  cuts: readonly Cut[];
  /** How many glyphs are drawn in all, and how many of them hidden. */
  drawn: number;
  covered: number;
  /** How the text was drawn; asked for only where texts run over the walls of cells. */
  strings: () => DrawnStrings;
}

/** A sound font has a space, a no-break and an ideographic space; more characters without meaning are damage. */
const mostSpaces = 3;
const leastCover = 2000;
const leastGround = 60;
/** How far the body of a line's glyphs reaches above its baseline, in ems. */
const bodyHeight = 0.38;

/** Follows the text operators of a page. */
export function readPageGlyphs(list: OperatorList, operators: Record<string, number>, page: PageText): PageGlyphs {
  const { turn, box } = page;
  const runs: DrawnRun[] = [];
  const cuts: Cut[] = [];
  let beyond = false;
  const covers: Cover[] = [];
  const grounds: Cover[] = [];
  const text = createTextState();
  const saved: TextState[] = [];
  const edges = findEdges(page);
  const fills = new Set([operators["fill"], operators["eoFill"]]);
  walkOperators(list, operators, (name, args, state) => {
    if (name === "showText") {
      const run = drawRun(args[0]! as DrawnGlyphs, text, state, turn);
      runs.push(run);
      if (run.turn !== 0) return;
      const clip = clipOf(state, turn);
      beyond ||= isBeyond(run, clip, box);
      cuts.push(...findCuts(run, shownEnd(run, text, box.x1), clip, box, edges));
      // Where a page break goes through a line of a cell, it is printed on both pages and clipped on one.
      run.hidden ||= run.y < clip.y0 || run.y - bodyHeight * run.size > clip.y1;
    } else if (name === "constructPath" && fills.has(args[0])) {
      if (state.fillAlpha > 0.99 && runs.length > 0) addCover(args, state, turn, runs.length, covers, leastCover);
      if (state.fill) addCover(args, state, turn, runs.length, grounds, leastGround);
    } else setText(name, args, text, saved);
  });
  for (const cover of runs.length > 0 ? covers : []) hideCovered(runs, cover);
  hideWhite(runs, grounds);
  const hidden = runs.filter((run) => run.hidden);
  const count = (some: DrawnRun[]) => some.reduce((sum, run) => sum + run.count, 0);
  const visible = () => runs.filter((run) => !run.hidden && run.turn === 0);
  return {
    lost: findLost(runs),
    hidden,
    visible,
    cuts: dropShown(cuts, beyond, box),
    drawn: count(runs),
    covered: count(hidden),
    strings: once(() => joinStretches(visible())),
  };
}

function findLost(runs: readonly DrawnRun[]): Item[] {
  const codes = new Map<string, Set<number>>();
  for (const run of runs) {
    if (run.blanks.length === 0) continue;
    const known = codes.get(run.font) ?? new Set();
    codes.set(run.font, known);
    for (const blank of run.blanks) known.add(blank.code);
  }
  return runs.flatMap((run) => {
    if ((codes.get(run.font)?.size ?? 0) <= mostSpaces) return [];
    return run.blanks.map(({ x, y }) => {
      const { size, turn } = run;
      const box = { x0: x, x1: x + 0.5 * size, y0: y - 0.86 * size, y1: y + 0.12 * size };
      return { text: doubtful, size, baseline: y, turn, vertical: false, digit: 0.5, line: 0, ...box };
    });
  });
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

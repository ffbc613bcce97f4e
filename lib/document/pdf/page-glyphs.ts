import { type DrawnStrings, joinStretches, type Stretch } from "./drawn-strings.ts";
import type { DrawnText } from "./drop-hidden.ts";
import type { Box, Item, PageText, Turn } from "./geometry.ts";
import { toUpright } from "./geometry.ts";
import type { OperatorList } from "./load-pdf.ts";
import { createTextState, setText, type TextState } from "./text-state.ts";
import { type GraphicsState, multiply, walkOperators } from "./walk-operators.ts";

/** The end of a text that what is to be seen may have cut. `bound`: it ends well before that bound, beyond which a further glyph may have stood. */
export interface Cut {
  x: number;
  y: number;
  bound?: number;
  /** Right end of the area that is to be seen, if it reached that. */
  area?: number;
}

/** What only the operators of a page tell about its text. */
export interface PageGlyphs {
  /** Marks (U+FFFD) where a damaged font lost a character. */
  lost: Item[];
  /** Text that is not to be seen: drawn without ink, figures in white on white, or painted over. */
  hidden: DrawnText[];
  /** Text that is to be seen; asked for only where some may be hidden. */
  visible: () => DrawnText[];
  /** Where text reaches the bounds beyond which nothing is to be seen: writers leave out the glyphs that would stand there. */
  cuts: readonly Cut[];
  /** How many glyphs are drawn in all, and how many of them hidden. */
  drawn: number;
  covered: number;
  /** How the text was drawn; asked for only where texts run over the walls of cells. */
  strings: () => DrawnStrings;
}

interface Glyph {
  unicode: string;
  originalCharCode: number;
  width: number;
}

interface Run {
  font: string;
  x: number;
  y: number;
  turn: Turn;
  size: number;
  glyphs: number;
  hidden: boolean;
  /** Whether it is drawn in white, to be seen on coloured ground only. */
  white: boolean;
  x1: number;
  source: readonly (Glyph | number | null)[];
  cut: Cut[];
  /** Whether it begins beyond the area that is to be seen. */
  beyond: boolean;
  blanks: { x: number; y: number; code: number }[];
  stretches: Stretch[];
}

/** A sound font has a space, a no-break and an ideographic space; more characters without meaning are damage. */
const mostSpaces = 3;
/** Glyphs moved by more than this, in thousandths of an em, are set apart. */
const widestKerning = 120;
const leastCover = 2000;
const leastGround = 60;
const mostCovers = 400;

/** Follows the text operators of a page. */
export function readPageGlyphs(list: OperatorList, operators: Record<string, number>, page: PageText): PageGlyphs {
  const { turn } = page;
  const runs: Run[] = [];
  const covers: Cover[] = [];
  const grounds: Cover[] = [];
  const text = createTextState();
  const saved: TextState[] = [];
  const edges = findEdges(page);
  const fills = new Set([operators["fill"], operators["eoFill"]]);
  walkOperators(list, operators, (name, args, state) => {
    if (name === "showText") runs.push(showText(args[0]! as (Glyph | number | null)[], text, state, page, edges));
    else if (name === "constructPath" && fills.has(args[0])) {
      if (state.fillAlpha > 0.99 && runs.length > 0) addCover(args, state, turn, runs.length, covers, leastCover);
      if (state.fill) addCover(args, state, turn, runs.length, grounds, leastGround);
    } else setText(name, args, text, saved);
  });
  for (const cover of runs.length > 0 ? covers : []) hideCovered(runs, cover);
  hideWhite(runs, grounds);
  const hidden = runs.filter((run) => run.hidden);
  const count = (some: Run[]) => some.reduce((sum, run) => sum + run.glyphs, 0);
  return {
    lost: findLost(runs),
    hidden: hidden.map(toDrawn),
    visible: () => runs.filter((run) => !run.hidden && run.turn === 0).map(toDrawn),
    cuts: findRealCuts(runs, page.box),
    drawn: count(runs),
    covered: count(hidden),
    strings: once(() => joinStretches(runs.flatMap((run) => (run.hidden ? [] : run.stretches)))),
  };
}

function showText(
  glyphs: (Glyph | number | null)[],
  text: TextState,
  state: GraphicsState,
  { turn: pageTurn, box }: PageText,
  edges: readonly number[],
): Run {
  const whole = multiply(state.matrix, text.matrix);
  const at = (advance: number) =>
    toUpright(
      pageTurn,
      whole[0] * advance + whole[2] * text.rise + whole[4],
      whole[1] * advance + whole[3] * text.rise + whole[5],
    );
  const [x, y] = at(0);
  const angle = Math.round((Math.atan2(whole[1], whole[0]) * 2) / Math.PI) * 90;
  const turn = ((angle - pageTurn + 720) % 360) as Turn;
  const size = text.size * Math.hypot(whole[2], whole[3]);
  const run: Run = {
    font: text.font,
    x,
    y,
    turn,
    size,
    glyphs: 0,
    hidden: text.mode === 3 || text.mode === 7,
    white: !state.fill && text.mode % 4 === 0,
    x1: x,
    source: glyphs,
    cut: [],
    beyond: false,
    blanks: [],
    stretches: [],
  };
  let [advance, start] = [0, 0];
  const endStretch = () => {
    if (turn === 0 && advance > start) run.stretches.push({ x0: at(start)[0], x1: at(advance)[0], y, size });
  };
  for (const glyph of glyphs) {
    if (typeof glyph === "number") {
      if (Math.abs(glyph) > widestKerning) endStretch();
      advance -= (glyph / 1000) * text.size * text.scale;
      if (Math.abs(glyph) > widestKerning) start = advance;
    } else if (glyph) {
      if (glyph.width > 0 && glyph.originalCharCode !== 0x20 && isBlank(glyph.unicode)) {
        const [bx, by] = at(advance);
        run.blanks.push({ x: bx, y: by, code: glyph.originalCharCode });
      }
      const spacing = text.character + (glyph.originalCharCode === 0x20 ? text.word : 0);
      const isSpace = spaces.has(glyph.unicode);
      if (isSpace) endStretch();
      advance += ((glyph.width / 1000) * text.size + spacing) * text.scale;
      if (isSpace) start = advance;
      run.glyphs++;
    }
  }
  endStretch();
  run.x1 = at(advance)[0];
  text.matrix = multiply(text.matrix, [1, 0, 0, 1, advance, 0]);
  const clip = clipOf(state, pageTurn);
  if (turn === 0) {
    run.beyond = clip.x1 - clip.x0 > area * (box.x1 - box.x0) && x > clip.x1;
    run.cut = findCuts(run, shownEnd(run, text, box.x1), endsInDigit(glyphs), [clip.x0, clip.x1], box, edges);
    // Where a page break goes through a line of a cell, it is printed on both pages and clipped on one.
    run.hidden ||= y < clip.y0 || y - bodyHeight * size > clip.y1;
  }
  return run;
}

const spaces = new Set([" ", "\u3000", "\u00a0"]);

/** Where the last glyph of a run ends that begins before `limit`. */
function shownEnd({ x, x1, source }: Run, { size, scale, character, word }: TextState, limit: number): number {
  if (x1 <= limit) return x1;
  const advances = source.map((glyph) => {
    if (typeof glyph === "number") return (-glyph / 1000) * size * scale;
    if (!glyph) return 0;
    return ((glyph.width / 1000) * size + character + (glyph.originalCharCode === 0x20 ? word : 0)) * scale;
  });
  const whole = advances.reduce((sum, advance) => sum + advance, 0);
  let [at, end] = [x, x];
  for (const [index, advance] of advances.entries()) {
    const next = at + (advance / whole) * (x1 - x);
    if (at <= limit && typeof source[index] === "object") end = next;
    at = next;
  }
  return end;
}

/** The bounds of what is to be seen, upright. */
function clipOf({ clip }: GraphicsState, turn: Turn): Box {
  const [ax, ay] = toUpright(turn, clip[0], clip[1]);
  const [bx, by] = toUpright(turn, clip[2], clip[3]);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

/** How far the body of a line's glyphs reaches above its baseline, in ems. */
const bodyHeight = 0.7;

/** Text that ends this near to the bounds of the page's area, in ems, may have lost a glyph whose edge is narrower than its advance. */
const nearArea = 0.1;
const overClip = 0.05;
/** Text that begins or ends this near to the page's margins, in ems, is set flush with them rather than cut. */
const flush = 0.015;
/** Share of the page's width from which a clip is the page's area rather than a cell's. */
const area = 0.6;

/** Where text begins and, if the margins are alike, where it ends that is set flush with the page's area. */
function findEdges({ items, box }: PageText): number[] {
  let left = Infinity;
  for (const { x0, turn } of items) if (turn === 0) left = Math.min(left, x0);
  return [left, box.x0 + box.x1 - left];
}

/** A further digit has no room in less than this, in ems, letter spacing included. */
const roomForDigit = 1.6;

function findCuts(
  { x: x0, x1, y, size }: Run,
  shown: number,
  isNumber: boolean,
  clip: [number, number],
  box: Box,
  edges: readonly number[],
): Cut[] {
  const left = Math.max(clip[0], box.x0);
  const right = Math.min(clip[1], box.x1);
  const isArea = right - left > area * (box.x1 - box.x0);
  const reach = (isArea ? -nearArea : overClip) * size;
  const cuts: Cut[] = [];
  const isFlush = (x: number) => edges.some((edge) => Math.abs(x - edge) <= flush * size);
  const endCut = (end: number, edge: number, reach: number) => {
    if (end > edge + reach && x0 < edge && !(end <= edge && isFlush(end)))
      cuts.push({ x: end, y, ...(isArea ? { area: edge } : {}) });
    else if (isNumber && isArea && end < edge && end > edge - roomForDigit * size)
      cuts.push({ x: end, y, bound: edge });
  };
  endCut(x1, right, reach);
  // The reader leaves out glyphs that begin beyond the page.
  if (right < box.x1 - 1) endCut(shown, box.x1, -nearArea * size);
  else if (shown < x1) endCut(shown, shown, -1);
  if (x0 < left - reach && x1 > left && !(x0 >= left - flush * size && isFlush(x0))) cuts.push({ x: x0, y });
  return cuts;
}

/** A writer that draws text beyond the area that is to be seen leaves no glyph out; the reader still does beyond the page. */
function findRealCuts(runs: readonly Run[], box: Box): Cut[] {
  const cuts = runs.flatMap(({ cut }) => cut);
  if (!runs.some((run) => run.beyond)) return cuts;
  return cuts.filter(({ bound, area: end }) => (bound ?? end ?? box.x1) > box.x1 - 1);
}

const digit = /[\d０-９]$/;

function endsInDigit(glyphs: readonly (Glyph | number | null)[]): boolean {
  const last = glyphs.findLast((glyph) => glyph !== null && typeof glyph === "object");
  return typeof last === "object" && last !== null && digit.test(last.unicode);
}

function isBlank(unicode: string): boolean {
  const code = unicode === "" ? 0 : unicode.charCodeAt(0);
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfffd;
}

function findLost(runs: readonly Run[]): Item[] {
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
      return { text: "\ufffd", size, baseline: y, turn, vertical: false, digit: 0.5, line: 0, ...box };
    });
  });
}

/** A filled rectangle, drawn after so many runs of text. */
interface Cover {
  box: Box;
  after: number;
}

/** Remembers a large filled rectangle: an opaque one hides what was drawn before it, a coloured one shows white text on it. */
function addCover(
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

const isOver = ({ x, y }: Run, { x0, x1, y0, y1 }: Box) => x > x0 - 1 && x < x1 && y > y0 + 1 && y < y1 + 1;

function hideCovered(runs: Run[], { box, after }: Cover): void {
  for (let index = 0; index < after; index++) if (isOver(runs[index]!, box)) runs[index]!.hidden = true;
}

const figure = /^[\d.,\s０-９，．-]*\d[\d.,\s０-９，．-]*$/;

/** Hides figures drawn in white where nothing coloured was drawn before; other white text may stand on a picture. */
function hideWhite(runs: Run[], grounds: readonly Cover[]): void {
  if (grounds.length >= mostCovers) return;
  for (const [index, run] of runs.entries()) {
    if (!run.white || run.hidden || !figure.test(unicodeOf(run))) continue;
    run.hidden = !grounds.some(({ box, after }) => after <= index && isOver(run, box));
  }
}

const unicodeOf = ({ source }: Run): string =>
  source.map((glyph) => (glyph && typeof glyph === "object" ? glyph.unicode : "")).join("");

const toDrawn = (run: Run): DrawnText => ({
  ...{ x: run.x, y: run.y, x1: run.x1, size: run.size },
  get text() {
    return unicodeOf(run);
  },
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

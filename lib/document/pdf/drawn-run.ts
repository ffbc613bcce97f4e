import type { DrawnText } from "./drop-hidden.ts";
import { type Box, type Turn, toUpright } from "./geometry.ts";
import type { TextState } from "./text-state.ts";
import { type GraphicsState, multiply } from "./walk-operators.ts";

export interface Glyph {
  unicode: string;
  originalCharCode: number;
  width: number;
}

/** What one operator draws: glyphs, and moves in thousandths of an em. */
export type DrawnGlyphs = readonly (Glyph | number | null)[];

/** Glyphs moved by more than this, in thousandths of an em, are set apart. */
const widestKerning = 120;
const none: readonly never[] = [];

/** The text of one operator, in upright coordinates. */
export class DrawnRun implements DrawnText {
  readonly glyphs: DrawnGlyphs;
  readonly font: string;
  readonly x: number;
  readonly y: number;
  readonly turn: Turn;
  readonly size: number;
  x1: number;
  /** How many glyphs it has. */
  count = 0;
  hidden: boolean;
  /** Whether it is drawn in white, to be seen on coloured ground only. */
  readonly white: boolean;
  /** Ends and beginnings of its stretches, where it has gaps. */
  gaps: readonly number[] = none;
  /** Glyphs that say nothing. */
  blanks: readonly { x: number; y: number; code: number }[] = none;

  constructor(
    glyphs: DrawnGlyphs,
    text: TextState,
    state: GraphicsState,
    place: [number, number],
    turn: Turn,
    size: number,
  ) {
    this.glyphs = glyphs;
    this.font = text.font;
    [this.x, this.y] = place;
    this.x1 = this.x;
    this.turn = turn;
    this.size = size;
    this.hidden = text.mode === 3 || text.mode === 7;
    this.white = !state.fill && text.mode % 4 === 0;
  }

  get text(): string {
    return this.glyphs.map((glyph) => (glyph && typeof glyph === "object" ? glyph.unicode : "")).join("");
  }
}

const advanceOf = ({ width, originalCharCode }: Glyph, { size, character, word, scale }: TextState): number =>
  ((width / 1000) * size + character + (originalCharCode === 0x20 ? word : 0)) * scale;

/** Follows one operator that shows text; `text` is moved on by it. */
export function drawRun(glyphs: DrawnGlyphs, text: TextState, state: GraphicsState, pageTurn: Turn): DrawnRun {
  const whole = multiply(state.matrix, text.matrix);
  const at = (advance: number) =>
    toUpright(
      pageTurn,
      whole[0] * advance + whole[2] * text.rise + whole[4],
      whole[1] * advance + whole[3] * text.rise + whole[5],
    );
  const angle = Math.round((Math.atan2(whole[1], whole[0]) * 2) / Math.PI) * 90;
  const turn = ((angle - pageTurn + 720) % 360) as Turn;
  const run = new DrawnRun(glyphs, text, state, at(0), turn, text.size * Math.hypot(whole[2], whole[3]));
  const gaps: number[] = [];
  const blanks: { x: number; y: number; code: number }[] = [];
  let advance = 0;
  for (const glyph of glyphs) {
    const before = advance;
    if (typeof glyph === "number") {
      advance -= (glyph / 1000) * text.size * text.scale;
      if (glyph > widestKerning || glyph < -widestKerning) gaps.push(at(before)[0], at(advance)[0]);
    } else if (glyph) {
      advance += advanceOf(glyph, text);
      run.count++;
      const code = glyph.unicode === "" ? 0 : glyph.unicode.charCodeAt(0);
      if (code > 0x20 && code !== 0xa0 && code !== 0x3000 && code !== 0xfffd) continue;
      const [x, y] = at(before);
      if (code === 0x20 || code === 0xa0 || code === 0x3000) gaps.push(x, at(advance)[0]);
      if (glyph.width > 0 && glyph.originalCharCode !== 0x20) blanks.push({ x, y, code: glyph.originalCharCode });
    }
  }
  if (gaps.length > 0) run.gaps = gaps;
  if (blanks.length > 0) run.blanks = blanks;
  run.x1 = at(advance)[0];
  text.matrix = multiply(text.matrix, [1, 0, 0, 1, advance, 0]);
  return run;
}

/** Where the last glyph of a run ends that begins before `limit`; `text` is the state in which it was drawn. */
export function shownEnd({ x, x1, glyphs }: DrawnRun, text: TextState, limit: number): number {
  if (x1 <= limit) return x1;
  const advances = glyphs.map((glyph) =>
    typeof glyph === "number" ? (-glyph / 1000) * text.size * text.scale : glyph ? advanceOf(glyph, text) : 0,
  );
  const whole = advances.reduce((sum, advance) => sum + advance, 0);
  let [at, end] = [x, x];
  for (const [index, advance] of advances.entries()) {
    const next = at + (advance / whole) * (x1 - x);
    if (at <= limit && typeof glyphs[index] === "object") end = next;
    at = next;
  }
  return end;
}

/** The bounds of what is to be seen, upright. */
export function clipOf({ clip }: GraphicsState, turn: Turn): Box {
  const [ax, ay] = toUpright(turn, clip[0], clip[1]);
  const [bx, by] = toUpright(turn, clip[2], clip[3]);
  return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
}

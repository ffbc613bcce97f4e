import type { OperatorList } from "./load-pdf.ts";

export type Matrix = readonly [number, number, number, number, number, number];

/** The part of the graphics state that reading needs. */
export interface GraphicsState {
  matrix: Matrix;
  /** Whether the colours leave a mark on white paper. */
  fill: boolean;
  stroke: boolean;
  fillAlpha: number;
  strokeAlpha: number;
  lineWidth: number;
  /** What is drawn outside these bounds (x0, y0, x1, y1 in the page's own space) is not to be seen. */
  clip: readonly [number, number, number, number];
}

/** Channel value from which a colour counts as white. */
const white = 0xf4;

const known = new WeakMap<object, string[]>();

/** The operators' names by their codes. */
function namesOf(operators: Record<string, number>): string[] {
  let names = known.get(operators);
  if (!names) {
    names = [];
    for (const [name, code] of Object.entries(operators)) names[code] = name;
    known.set(operators, names);
  }
  return names;
}

/** Runs through a page's operators with the graphics state at each: save and restore, transforms and form XObjects are followed. */
export function walkOperators(
  list: OperatorList,
  operators: Record<string, number>,
  visit: (name: string, args: never[], state: GraphicsState) => void,
): void {
  const names = namesOf(operators);
  let state: GraphicsState = {
    matrix: [1, 0, 0, 1, 0, 0],
    fill: true,
    stroke: true,
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    clip: [-Infinity, -Infinity, Infinity, Infinity],
  };
  let clips = false;
  const stack: GraphicsState[] = [];
  for (let i = 0; i < list.fnArray.length; i++) {
    const name = names[list.fnArray[i]!] ?? "";
    const args = (list.argsArray[i] ?? []) as never[];
    if (name === "save") stack.push({ ...state });
    else if (name === "restore" || name === "paintFormXObjectEnd") state = stack.pop() ?? state;
    else if (name === "paintFormXObjectBegin") {
      stack.push({ ...state });
      if (args[0]) state.matrix = multiply(state.matrix, args[0]);
    } else if (name === "transform") state.matrix = multiply(state.matrix, args as unknown as Matrix);
    else setState(name, args, state);
    visit(name, args, state);
    // The next path is the one to clip to.
    if (name === "clip" || name === "eoClip") clips = true;
    else if (clips && name === "constructPath") {
      clips = false;
      if (args[2]) state.clip = intersect(state.clip, state.matrix, args[2]);
    }
  }
}

function intersect(clip: GraphicsState["clip"], m: Matrix, bounds: ArrayLike<number>): GraphicsState["clip"] {
  const [x0, y0, x1, y1] = [bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!];
  const xs = [m[0] * x0 + m[2] * y0, m[0] * x1 + m[2] * y1, m[0] * x0 + m[2] * y1, m[0] * x1 + m[2] * y0];
  const ys = [m[1] * x0 + m[3] * y0, m[1] * x1 + m[3] * y1, m[1] * x0 + m[3] * y1, m[1] * x1 + m[3] * y0];
  return [
    Math.max(clip[0], Math.min(...xs) + m[4]),
    Math.max(clip[1], Math.min(...ys) + m[5]),
    Math.min(clip[2], Math.max(...xs) + m[4]),
    Math.min(clip[3], Math.max(...ys) + m[5]),
  ];
}

/** The matrix that applies `n` first, then `m`. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function setState(name: string, args: never[], state: GraphicsState): void {
  if (name === "setFillRGBColor") state.fill = isInk(args[0]);
  else if (name === "setStrokeRGBColor") state.stroke = isInk(args[0]);
  else if (name === "setFillColorN") state.fill = true;
  else if (name === "setStrokeColorN") state.stroke = true;
  else if (name === "setLineWidth") state.lineWidth = Number(args[0]);
  else if (name === "setGState") {
    for (const [key, value] of (args[0] ?? []) as [string, unknown][]) {
      if (key === "ca") state.fillAlpha = Number(value);
      else if (key === "CA") state.strokeAlpha = Number(value);
      else if (key === "LW") state.lineWidth = Number(value);
    }
  }
}

function isInk(colour: unknown): boolean {
  if (typeof colour !== "string" || colour[0] !== "#") return true;
  const value = Number.parseInt(colour.slice(1), 16);
  return Math.min(value >> 16, (value >> 8) & 0xff, value & 0xff) < white;
}

import { clipRules } from "./clip-rules.ts";
import { findGrounds } from "./find-grounds.ts";
import { type Box, type PageText, type Rule, type Turn, toUpright } from "./geometry.ts";
import type { OperatorList } from "./load-pdf.ts";
import { addEdges, addRule, extent, type Point } from "./rule-shapes.ts";
import { type GraphicsState, type Matrix, walkOperators } from "./walk-operators.ts";

/** Filled rectangles thinner than this are rules, in points. */
const thin = 2.6;

/** What a page draws: its rules, and what parts cells without borders: edges of larger filled rectangles, white lines (which show on colour). */
export interface PageRules {
  rules: Rule[];
  fillEdges: Rule[];
}

/** Collects the axis-parallel strokes and thin filled rectangles of a page, in upright coordinates; transparent ones are ignored. */
export function readPageRules(
  list: OperatorList,
  operators: Record<string, number>,
  { turn, box }: Pick<PageText, "turn" | "box">,
): PageRules {
  const result: Drawing = { rules: [], fillEdges: [], fills: [] };
  const paints = new Map(Object.entries(operators).map(([name, code]) => [code, name.toLowerCase()]));
  walkOperators(list, operators, (name, args, state) => {
    if (name === "constructPath") drawPath(paints.get(args[0]!) ?? "", args, state, turn, result);
    else if (pictures.has(name)) addPicture(state, turn, result);
  });
  const grounds = findGrounds(result.fills, box);
  for (const fill of result.fills) if (!grounds.has(fill)) addEdges(result.fillEdges, fill);
  return { rules: result.rules, fillEdges: result.fillEdges };
}

const pictures = new Set([
  "paintImageXObject",
  "paintInlineImageXObject",
  "paintImageMaskXObject",
  "paintSolidColorImageMask",
]);
const shortestPicture = 8;

/** A picture of one dot that is drawn thin and long is a rule; it fills the unit square of its own space. */
function addPicture({ matrix: [a, b, c, d, e, f] }: GraphicsState, turn: Turn, { rules }: Drawing): void {
  const corners = [0, 1].flatMap((x) => [0, 1].map((y) => toUpright(turn, a * x + c * y + e, b * x + d * y + f)));
  const { x0, x1, y0, y1 } = extent(corners);
  const [width, height] = [x1 - x0, y1 - y0];
  if (height < thin && width > shortestPicture) addRule(rules, true, (y0 + y1) / 2, x0, x1);
  else if (width < thin && height > shortestPicture) addRule(rules, false, (x0 + x1) / 2, y0, y1);
}

interface Drawing extends PageRules {
  fills: Box[];
}

function drawPath(paint: string, args: unknown[], state: GraphicsState, turn: Turn, result: Drawing): void {
  const strokes = paint.includes("stroke");
  const fills = paint.includes("fill");
  const data = (args[1] as ArrayLike<number>[] | null)?.[0];
  if (!data || !(strokes || fills)) return;
  const paths = subpaths(data, state.matrix, turn);
  const [rules, edges, filled] = [result.rules.length, result.fillEdges.length, result.fills.length];
  if (strokes && state.strokeAlpha > 0.05) {
    const [a, b, c, d] = state.matrix;
    const width = state.lineWidth * Math.sqrt(Math.abs(a * d - b * c));
    if (width < 3 * thin) for (const path of paths) addStrokes(path, state.stroke ? result.rules : result.fillEdges);
  }
  if (fills && state.fillAlpha > 0.05) addFills(paths, state.fill, result);
  const [top, bottom] = heightsOf(state, turn);
  clipRules(result.rules, rules, top, bottom);
  clipRules(result.fillEdges, edges, top, bottom);
  const fresh = result.fills.splice(filled);
  for (const fill of fresh) {
    const seen = { ...fill, y0: Math.max(fill.y0, top), y1: Math.min(fill.y1, bottom) };
    if (seen.y1 > seen.y0) result.fills.push(seen);
  }
}

/** Upper and lower bound of what is to be seen. */
function heightsOf({ clip }: GraphicsState, turn: Turn): [number, number] {
  const [, a] = toUpright(turn, clip[0], clip[1]);
  const [, b] = toUpright(turn, clip[2], clip[3]);
  return [Math.min(a, b) - 1, Math.max(a, b) + 1];
}

/** The path's straight subpaths in upright coordinates; closed ones end where they begin. */
function subpaths(data: ArrayLike<number>, matrix: Matrix, turn: Turn): Point[][] {
  const paths: Point[][] = [];
  let path: Point[] = [];
  const point = (at: number): Point => {
    const [x, y] = [data[at]!, data[at + 1]!];
    return toUpright(turn, matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]);
  };
  for (let i = 0; i < data.length; ) {
    const operation = data[i++];
    if (operation === 0) {
      path = [point(i)];
      paths.push(path);
      i += 2;
    } else if (operation === 1) {
      path.push(point(i));
      i += 2;
    } else if (operation === 2) {
      path.push(point(i + 4));
      i += 6;
    } else if (operation === 3) {
      if (path.length > 0) path.push(path[0]!);
    } else break;
  }
  return paths;
}

function addStrokes(path: Point[], rules: Rule[]): void {
  for (let i = 1; i < path.length; i++) {
    const [[ax, ay], [bx, by]] = [path[i - 1]!, path[i]!];
    const [dx, dy] = [Math.abs(ax - bx), Math.abs(ay - by)];
    if (dx > 0 && dy <= 0.02 * dx + 0.1) addRule(rules, true, (ay + by) / 2, ax, bx);
    else if (dy > 0 && dx <= 0.02 * dy + 0.1) addRule(rules, false, (ax + bx) / 2, ay, by);
  }
}

function addFills(paths: Point[][], ink: boolean, result: Drawing): void {
  const boxes = paths.filter((path) => path.length > 2).map(extent);
  const [outer, inner] = boxes;
  // A border drawn as the ring between two rectangles.
  const ring =
    boxes.length === 2 &&
    [outer!.x0 - inner!.x0, outer!.y0 - inner!.y0, outer!.x1 - inner!.x1, outer!.y1 - inner!.y1].every(
      (d) => Math.abs(d) <= 2 * thin,
    );
  for (const box of ring ? [outer!] : boxes) {
    const [width, height] = [box.x1 - box.x0, box.y1 - box.y0];
    if (height < thin && width < thin) {
      // A dot of a dotted line, which may run either way.
      if (ink) addEdges(result.rules, box);
    } else if (height < thin && width >= height) {
      addRule(ink ? result.rules : result.fillEdges, true, (box.y0 + box.y1) / 2, box.x0, box.x1);
    } else if (width < thin) {
      addRule(ink ? result.rules : result.fillEdges, false, (box.x0 + box.x1) / 2, box.y0, box.y1);
    } else if (ring && ink) addEdges(result.rules, box);
    else result.fills.push(box);
  }
}

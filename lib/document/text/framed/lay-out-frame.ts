import { widthOf } from "../display-width.ts";

/** The characters of a line by the display column they begin at; "" where a wide one goes on. */
export type Columns = readonly string[];

/** How wide whoever drew a frame took dashes, quotes and dots to be: one column or two. */
const ambiguous = [
  null,
  /[\u2010-\u2027]/,
  /[\u00b7\u2010-\u2027]/,
  /[\u00b7\u00d7\u2010-\u203b\u2460-\u2473]/,
] as const;

const walls = "|│┃║┆┊";
const bars = "-=─━═";
const joints = "+┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╭╮╯╰┠┨┯┷┿╂╟╢╤╧╪╫┝┥╞╡╒╕╘╛╓╖╙╜";

const joint = new RegExp(`[${joints}]`);

const wallSet = new Set(walls);
const barSet = new Set(bars);
const jointSet = new Set(joints);

/** A wall between two cells of a line. */
export const isWall = (character: string | undefined): boolean => character !== undefined && wallSet.has(character);
/** A piece of the rule between two rows. */
export const isBar = (character: string | undefined): boolean => character !== undefined && barSet.has(character);
/** Where rules and walls meet. */
export const isJoint = (character: string | undefined): boolean => character !== undefined && jointSet.has(character);

function layOut(text: string, wide: RegExp | null): string[] {
  const columns: string[] = [];
  for (const character of text) {
    columns.push(character);
    if (wide?.test(character) || widthOf(character) === 2) columns.push("");
  }
  return columns;
}

/** Whether a wall stands where no edge is. */
const fits = (columns: Columns, edges: ReadonlySet<number>): boolean =>
  columns.every((character, at) => !isWall(character) || edges.has(at));

/** Whether a line is a frame's rule from end to end. */
export function isRule(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length < 3 || !isJoint(trimmed[0]) || !isJoint(trimmed.at(-1))) return false;
  for (const character of trimmed) if (!isBar(character) && !isJoint(character)) return false;
  return true;
}

/** The columns at which joints of rules stand, those of rules beside cells that span rows too: the edges of cells, left to right. */
export function findEdges(lines: readonly string[]): number[] {
  const edges = new Set<number>();
  for (const text of lines) {
    if (!joint.test(text) || ambiguous.some((wide) => wide?.test(text))) continue;
    const columns = layOut(text, null);
    columns.forEach((character, at) => {
      if (isJoint(character) && (isBar(columns[at - 1]) || isBar(columns[at + 1]))) edges.add(at);
    });
  }
  return [...edges].sort((a, b) => a - b);
}

/** A line of a frame by columns, in the first measure that puts its walls on edges and begins and ends it there; null where none does. */
export function fitLine(text: string, edges: readonly number[]): Columns | null {
  const known = new Set(edges);
  for (const wide of ambiguous) {
    if (wide !== null && !wide.test(text)) continue;
    const columns = layOut(text.trimEnd(), wide);
    const [first, last] = [columns[edges[0]!], columns[edges.at(-1)!]];
    const isFramed = (isWall(first) || isJoint(first)) && (isWall(last) || isJoint(last));
    if (isFramed && columns.length === edges.at(-1)! + 1 && fits(columns, known)) return columns;
  }
  return null;
}

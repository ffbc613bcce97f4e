import { widestGap } from "./close-gaps.ts";
import { type Box, centreX, centreY, type Item, isInside, type Rule } from "./geometry.ts";
import { joinRules } from "./join-rules.ts";
import { type GridCell, traceCells } from "./trace-cells.ts";

/** Rules within this distance bound the same row or column: double lines, separate borders; in points. */
const near = 4.6;
/** Drawings with more lines than this are no forms. */
const mostRules = 4000;
const mostCells = 100_000;

/** A ruled table on one page. Cuts are the positions of its row and column bounds. */
export interface Grid {
  box: Box;
  rowCuts: number[];
  columnCuts: number[];
  cells: GridCell[];
  /** Index in `cells` of the cell over each row and column, row by row. */
  owners: Int32Array;
  /** For each column whether no rule closes the last row below: a page cut may leave the rest of a text there. */
  open: boolean[];
}

/** Makes grids of the rules that touch one another; frames of one cell are left out. `items`: the page's text, which tells cells from gaps between them. */
export function findGrids(rules: readonly Rule[], items: readonly Item[]): Grid[] {
  const joined = joinRules(rules);
  if (joined.length > mostRules) return [];
  return connected(joined)
    .map((group) => toGrid(group, items))
    .filter((grid) => grid !== null);
}

/** Groups of rules in which each crosses or touches another. */
function connected(rules: Rule[]): Rule[][] {
  const parent = rules.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const across = rules.flatMap((rule, index) => (rule.horizontal ? [index] : []));
  const down = rules.flatMap((rule, index) => (rule.horizontal ? [] : [index]));
  for (const h of across) {
    const row = rules[h]!;
    for (const v of down) {
      const column = rules[v]!;
      if (column.at < row.from - near || column.at > row.to + near) continue;
      if (row.at < column.from - near || row.at > column.to + near) continue;
      parent[find(h)] = find(v);
    }
  }
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, index) => {
    const root = find(index);
    const group = groups.get(root);
    if (group) group.push(rule);
    else groups.set(root, [rule]);
  });
  return [...groups.values()];
}

function toGrid(rules: Rule[], items: readonly Item[]): Grid | null {
  const across = rules.filter((rule) => rule.horizontal);
  const down = rules.filter((rule) => !rule.horizontal);
  if (across.length === 0 || down.length === 0 || rules.length < 3) return null;
  const [rowLines, columnLines] = [toCuts(across, down), toCuts(down, across)];
  const area = { x0: columnLines[0]!, x1: columnLines.at(-1)!, y0: rowLines[0]!, y1: rowLines.at(-1)! };
  const inside = items.filter((item) => isInside(item, area));
  const gap = widestGap(inside);
  const fits = (extent: number) => extent < gap + slack;
  const rowCuts = joinNear(rowLines, gap, inside.filter(({ y0, y1 }) => fits(y1 - y0)).map(centreY));
  const columnCuts = joinNear(columnLines, gap, inside.filter(({ x0, x1 }) => fits(x1 - x0)).map(centreX));
  const [rows, columns] = [rowCuts.length - 1, columnCuts.length - 1];
  if (rows < 1 || columns < 1 || rows * columns > mostCells) return null;
  // Walls between neighbours: right of each column, below each row; the outermost are the table's own.
  const right = walls(down, columnCuts, rowCuts, 0.6);
  const below = walls(across, rowCuts, columnCuts, 0.7);
  const traced = traceCells(
    rowCuts,
    columnCuts,
    (row, column) => right[column * rows + row]!,
    (row, column) => below[row * columns + column]!,
  );
  if (traced.cells.length < 2) return null;
  const last = rowCuts.length - 1;
  const closed = coverage(across, rowCuts, traced.columnCuts);
  const open = traced.columnCuts.slice(1).map((_, column) => closed[last]![column]! < 0.5);
  const box = { x0: columnCuts[0]!, x1: columnCuts.at(-1)!, y0: rowCuts[0]!, y1: rowCuts.at(-1)! };
  return { box, ...traced, open };
}

/** Positions of the lines, near ones together, and the ends of the lines that cross them: at page cuts outer lines are missing. */
function toCuts(lines: Rule[], crossing: Rule[]): number[] {
  const cuts: number[] = [];
  let start = -Infinity;
  let members: number[] = [];
  const positions = lines.map((line) => line.at).sort((a, b) => a - b);
  for (const at of positions) {
    if (at - start > near) {
      if (members.length > 0) cuts.push(mean(members));
      members = [];
      start = at;
    }
    members.push(at);
  }
  cuts.push(mean(members));
  let [low, high] = [Infinity, -Infinity];
  for (const line of crossing) {
    low = Math.min(low, line.from);
    high = Math.max(high, line.to);
  }
  if (low < cuts[0]! - near) cuts.unshift(low);
  if (high > cuts.at(-1)! + near) cuts.push(high);
  return cuts;
}

/** By how much text may stand out of the cell that it fits, in points. */
const slack = 3;

/** Makes one cut of those with nothing but a gap between; `centres`: where text stands. */
function joinNear(cuts: readonly number[], gap: number, centres: number[]): number[] {
  centres.sort((a, b) => a - b);
  const closed: number[] = [];
  let first = 0;
  for (const [index, cut] of cuts.entries()) {
    const joins = index > 0 && cut - cuts[first]! < gap && !holds(centres, cuts[index - 1]!, cut);
    if (joins) closed[closed.length - 1] = (cuts[first]! + cut) / 2;
    else {
      closed.push(cut);
      first = index;
    }
  }
  return closed;
}

/** Whether one of the ascending values lies between two bounds. */
function holds(values: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= from) low = middle + 1;
    else high = middle;
  }
  return low < values.length && values[low]! < to;
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** For each cut (but the first) and each span between neighbouring `across` cuts: whether a line stands there over `share` of the span. */
function walls(lines: Rule[], cuts: number[], across: number[], share: number): boolean[] {
  const covered = coverage(lines, cuts, across);
  // The outermost lines are the table's own, drawn or not.
  const walls: boolean[] = [];
  for (let cut = 1; cut < covered.length; cut++) {
    for (const part of covered[cut]!) walls.push(cut === covered.length - 1 || part >= share);
  }
  return walls;
}

/** For each cut the shares of the spans between neighbouring `across` cuts that its lines cover. */
function coverage(lines: Rule[], cuts: number[], across: number[]): number[][] {
  const covered = cuts.map(() => new Array<number>(across.length - 1).fill(0));
  for (const line of lines) {
    const spans = covered[nearest(cuts, line.at)]!;
    for (let span = 0; span < spans.length; span++) {
      const [from, to] = [across[span]!, across[span + 1]!];
      const overlap = Math.min(line.to, to) - Math.max(line.from, from);
      if (overlap > 0) spans[span]! += overlap / (to - from);
    }
  }
  return covered;
}

function nearest(cuts: number[], at: number): number {
  let low = 0;
  let high = cuts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle]! + cuts[middle + 1]!) / 2 < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

import type { CellPath, CellRelation, Template } from "../forms/form.ts";
import { cellNumbers, relationsOf } from "../forms/forms.ts";
import { figuresByNumber } from "../report/form-figures.ts";
import { remember } from "../report/remember.ts";
import type { Report, Value } from "../report/report.ts";

/** How a relation stands: `known` cells only; a blank is some count of zero or more, so it may close a gap but never a surplus. */
export interface RelationState {
  holds: boolean;
  /** The left side (for a sum the printed whole; for `at-least` the least possible), as far as it is known. */
  expected: number;
  /** The right side (for a sum its parts' sum; for `at-least` the printed figure). */
  actual: number;
}

interface Side {
  sum: number;
  blanks: number;
}

/** Amounts are added as decimals: binary noise beyond ten digits is no difference. */
export function settleSum(sum: number): number {
  return Number.isInteger(sum) && Math.abs(sum) < 1e12 ? sum : Number(sum.toPrecision(12));
}

function addUp(paths: readonly CellPath[], valueAt: (path: CellPath) => Value | undefined): Side | null {
  let sum = 0;
  let blanks = 0;
  for (const path of paths) {
    const value = valueAt(path);
    if (value === undefined) return null;
    if (value === null) blanks++;
    else sum += value;
  }
  return { sum: settleSum(sum), blanks };
}

/**
 * Checks one relation. Null where a cell's row is absent or where nothing is known on either side: then nothing can be said.
 * A blank stands for an unknown count of zero or more, so the relation is broken only when no such count could mend it.
 */
export function checkRelation(
  relation: CellRelation,
  valueAt: (path: CellPath) => Value | undefined,
): RelationState | null {
  const left = addUp(relation.left, valueAt);
  const right = addUp(relation.right, valueAt);
  const minus = addUp(relation.minus, valueAt);
  if (!left || !right || !minus) return null;
  if (relation.kind === "at-least") {
    // A blank on the left, or among what is subtracted, could be any count.
    const least = settleSum(right.sum - minus.sum);
    const holds = left.blanks > 0 || minus.blanks > 0 || left.sum >= least;
    return { holds, expected: least, actual: left.sum };
  }
  const gap = left.sum - right.sum;
  const holds = gap === 0 || (gap > 0 && right.blanks > 0) || (gap < 0 && left.blanks > 0);
  return { holds, expected: left.sum, actual: right.sum };
}

/** Looks up cells of a report by path: undefined where the row or table is absent. */
export function cellReader(report: Pick<Report, "figures">): (path: CellPath) => Value | undefined {
  return (path) => {
    const figure = report.figures.get(path);
    return figure === undefined ? undefined : figure.value;
  };
}

export interface BrokenRelation {
  relation: CellRelation;
  state: RelationState;
}

/** A relation with the numbers of its cells. */
interface NumberedRelation {
  relation: CellRelation;
  left: Int32Array;
  right: Int32Array;
  minus: Int32Array;
}

const plans = new Map<Template, readonly NumberedRelation[]>();

function planOf(template: Template): readonly NumberedRelation[] {
  const known = plans.get(template);
  if (known) return known;
  const { places } = cellNumbers(template);
  const placesOf = (cells: readonly CellPath[]) => Int32Array.from(cells, (path) => places.get(path)!);
  const plan = relationsOf(template).map((relation) => {
    const { left, right, minus } = relation;
    return { relation, left: placesOf(left), right: placesOf(right), minus: placesOf(minus) };
  });
  plans.set(template, plan);
  return plan;
}

/** The sum of cells; NaN where one is blank or absent. */
function sumOf(values: Float64Array, places: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < places.length; at++) sum += values[places[at]!]!;
  return sum;
}

/**
 * Every relation of a report's form that is broken, with both sides. Five rules and the localiser ask: it is worked out once.
 * Sums that agree to the last bit hold; only the others are looked at more closely.
 */
export const brokenRelations = remember((report: Report): readonly BrokenRelation[] => {
  const figures = figuresByNumber(report.figures, cellNumbers(report.template));
  const values = new Float64Array(figures.length);
  for (let at = 0; at < figures.length; at++) values[at] = figures[at]?.value ?? Number.NaN;
  const valueAt = cellReader(report);
  const broken: BrokenRelation[] = [];
  for (const { relation, left, right, minus } of planOf(report.template)) {
    const [one, other] = [sumOf(values, left), sumOf(values, right)];
    if (relation.kind === "equal" ? one === other : one >= other - sumOf(values, minus)) continue;
    const state = checkRelation(relation, valueAt);
    if (state && !state.holds) broken.push({ relation, state });
  }
  return broken;
});

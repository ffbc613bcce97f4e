import { type CellRelation, cellRelations, type Form, formCells } from "../../../lib/forms/form.ts";
import { formOf } from "../../../lib/forms/forms.ts";
import type { Statistics, Value } from "../../../lib/report/report.ts";
import { createRandom, type Random } from "./random.ts";

export type FormTemplate = "2019" | "2021";

export interface FigureOptions {
  template: FormTemplate;
  /** How large counts are: `none` all zero, `small` a town's, `medium` a county's, `large` a province's. */
  size?: "none" | "small" | "medium" | "large";
  /** Share of cells left blank (null), 0 to 1. */
  blanks?: number;
  /** False: the body cannot make 规章, its row is zero. */
  regulations?: boolean;
}

export type Cells = Map<string, Value>;

const ranges = { none: [0, 0, 1], small: [0, 5, 0.25], medium: [0, 300, 0.6], large: [0, 90000, 0.85] } as const;

function sampleCount(random: Random, size: keyof typeof ranges): number {
  const [least, most, share] = ranges[size];
  if (!random.chance(share)) return 0;
  // Squared, so that one-digit counts stay common beside five-digit ones.
  return least + Math.floor((random.integer(0, 1000) / 1000) ** 3 * (most - least + 0.99));
}

function sampleCell(random: Random, kind: "count" | "change" | "amount", size: keyof typeof ranges): number {
  if (kind === "count") return sampleCount(random, size);
  if (size === "none") return 0;
  if (kind === "change") return random.chance(0.4) ? 0 : random.integer(-20, 40);
  const digits = random.pick([0, 2, 4]);
  return random.chance(0.3) ? 0 : Number((sampleCount(random, size) + random.integer(0, 9999) / 10000).toFixed(digits));
}

const sum = (cells: Cells, paths: readonly string[]) =>
  paths.reduce((total, path) => total + (cells.get(path) ?? 0), 0);

/** True when no unknown count of zero or more in the blank cells could mend the relation. */
export function isBroken(relation: CellRelation, cells: Cells): boolean {
  const isNull = (paths: readonly string[]) => paths.some((path) => (cells.get(path) ?? null) === null);
  const difference = sum(cells, relation.left) - sum(cells, relation.right) + sum(cells, relation.minus);
  if (relation.kind === "at-least") return difference < 0 && !isNull(relation.left) && !isNull(relation.minus);
  return (difference < 0 && !isNull(relation.left)) || (difference > 0 && !isNull(relation.right));
}

/** Sets the cells that a relation determines from those that are free. */
function settle(relation: CellRelation, cells: Cells, random: Random): void {
  const [whole, ...others] = relation.left;
  if (relation.kind === "at-least") {
    const least = Math.max(0, sum(cells, relation.right) - sum(cells, relation.minus));
    cells.set(whole!, Math.max(cells.get(whole!)!, least));
    return;
  }
  const right = sum(cells, relation.right);
  let rest = right;
  for (const path of others) {
    const value = Math.min(cells.get(path)!, random.chance(0.5) ? rest : Math.floor(rest / 2));
    cells.set(path, value);
    rest -= value;
  }
  cells.set(whole!, rest);
}

/** Wholes down a column first, then the balance, then totals along the rows; sums of sums hold by themselves. */
function settleAll(form: Form, cells: Cells, random: Random): void {
  const relations = cellRelations(form);
  const order = (relation: CellRelation) => {
    const perColumn = relation.subject.key === relation.left[0]!.split(".")[2];
    return perColumn ? relation.left.length : 9;
  };
  for (const relation of [...relations].sort((a, b) => order(a) - order(b))) settle(relation, cells, random);
  const broken = relations.find((relation) => isBroken(relation, cells));
  if (broken) throw new Error(`figures do not hold: ${broken.rule} ${broken.subject.key}`);
}

/** The cells as statistics: table → row → column → value. */
export function toStatistics(cells: Cells): Statistics {
  const statistics: Record<string, Record<string, Record<string, Value>>> = {};
  for (const [path, value] of cells) {
    const [table, row, column] = path.split(".") as [string, string, string];
    statistics[table] ??= {};
    statistics[table][row] ??= {};
    statistics[table][row][column] = value;
  }
  return statistics as Statistics;
}

/** The statistics of a form as cells by path; a cell that is not there is null. */
export function toCells(form: Form, statistics: Statistics): Cells {
  return new Map(
    formCells(form).map(({ path, table, row, column }) => [
      path,
      statistics[table.name]?.[row.key]?.[column.key] ?? null,
    ]),
  );
}

/** Statistics of a form, whole and sound: every relation of the form holds; blanks are strewn in afterwards. */
export function generateFigures(seed: number, options: FigureOptions): Statistics {
  const random = createRandom(seed).fork("figures");
  const form = formOf(options.template)!;
  const size = options.size ?? random.pick(["none", "small", "small", "medium", "medium", "large"] as const);
  const cells: Cells = new Map();
  for (const { path, row, column } of formCells(form)) {
    const isBarred = options.regulations === false && row.key === "regulations";
    cells.set(path, sampleCell(random, column.kind, isBarred ? "none" : size));
  }
  settleAll(form, cells, random);
  for (const path of cells.keys()) if (random.chance(options.blanks ?? 0)) cells.set(path, null);
  return toStatistics(cells);
}

import type { CellPath, CellRelation } from "../forms/form.ts";
import { relationsOf } from "../forms/forms.ts";
import type { Report, Value } from "../report/report.ts";
import { brokenRelations, cellReader, checkRelation } from "./check-relation.ts";
import type { Finding, Repair } from "./finding.ts";

interface Candidate extends Repair {
  /** The broken relations that the change mends. */
  mends: ReadonlySet<CellRelation>;
}

/** The value that makes one equal relation hold exactly when `cell` takes it and nothing else changes; null where none does. */
function solve(relation: CellRelation, cell: CellPath, valueAt: (path: CellPath) => Value | undefined): number | null {
  const state = checkRelation(relation, valueAt);
  const current = valueAt(cell);
  if (!state || current == null) return null;
  const gap = state.expected - state.actual;
  if (relation.kind === "at-least")
    return relation.left.includes(cell) ? state.expected : current - gap * (relation.minus.includes(cell) ? -1 : 1);
  return relation.left.includes(cell) ? current - gap : current + gap;
}

/** Every single change that mends all broken relations of its cell and breaks no sound one. */
function findCandidates(
  report: Report,
  relations: readonly CellRelation[],
  broken: ReadonlySet<CellRelation>,
): Candidate[] {
  const valueAt = cellReader(report);
  const cells = new Set([...broken].flatMap((relation) => relation.cells));
  const candidates: Candidate[] = [];
  for (const cell of cells) {
    const own = relations.filter((relation) => relation.cells.includes(cell));
    const first = own.find((relation) => broken.has(relation))!;
    const value = solve(first, cell, valueAt);
    if (value === null || value < 0 || !Number.isInteger(value)) continue;
    const changed = (path: CellPath) => (path === cell ? value : valueAt(path));
    if (own.every((relation) => checkRelation(relation, changed)?.holds !== false)) {
      candidates.push({ cell, value, mends: new Set(own.filter((relation) => broken.has(relation))) });
    }
  }
  return candidates;
}

const covers = (wide: Candidate, narrow: Candidate): boolean =>
  [...narrow.mends].every((relation) => wide.mends.has(relation));

/**
 * Adds to each finding of a broken relation the one change of one cell that mends every broken relation of that cell and
 * breaks no sound one; none where another single cell would do for the same relations.
 */
export function addRepairs(report: Report, findings: Finding[]): Finding[] {
  const broken = new Set(brokenRelations(report).map(({ relation }) => relation));
  if (broken.size === 0) return findings;
  const relations = relationsOf(report.template);
  const candidates = findCandidates(report, relations, broken);
  const unique = candidates.filter(
    (candidate) => !candidates.some((other) => other !== candidate && covers(other, candidate)),
  );
  return findings.map((finding) => {
    const relation = [...broken].find((one) => one.rule === finding.rule && sameCells(one.cells, finding.cells));
    const repairs = relation
      ? unique.filter((candidate) => candidate.mends.has(relation))
      : unique.filter((candidate) => ofOneCell.has(finding.rule) && finding.cells[0] === candidate.cell);
    const [repair] = repairs;
    return repair && repairs.length === 1
      ? { ...finding, repair: { cell: repair.cell, value: repair.value } }
      : finding;
  });
}

/** Rules about a single figure: a count that mends the sums is neither negative nor fractional, so it mends these as well. */
const ofOneCell = new Set(["value/negative", "value/not-integer"]);

const sameCells = (a: readonly CellPath[], b: readonly CellPath[]): boolean =>
  a.length === b.length && a.every((cell) => b.includes(cell));

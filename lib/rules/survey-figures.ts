import type { CellPath } from "../forms/form.ts";
import { remember } from "../report/remember.ts";
import type { Figure, Report } from "../report/report.ts";

/** The figures of a report that several rules look for, each in the form's order; few in most reports. */
export interface FigureSurvey {
  /** Cells that hold no number. */
  unfilled: readonly (readonly [CellPath, Figure])[];
  /** Numbers that are negative or not whole. */
  odd: readonly (readonly [CellPath, Figure])[];
}

/** Looks at each figure once for all rules. */
export const surveyFigures = remember((report: Report): FigureSurvey => {
  const unfilled: [CellPath, Figure][] = [];
  const odd: [CellPath, Figure][] = [];
  report.figures.forEach((figure, path) => {
    const { value } = figure;
    if (figure.state !== "number") unfilled.push([path, figure]);
    if (value !== null && (value < 0 || !Number.isInteger(value))) odd.push([path, figure]);
  });
  return { unfilled, odd };
});

import type { FormColumn } from "../../../lib/forms/form.ts";
import { tableRows } from "../../../lib/forms/form.ts";
import { formOf } from "../../../lib/forms/forms.ts";
import type { Statistics } from "../../../lib/report/report.ts";
import { type Agency, generateAgency } from "./agencies.ts";
import { buildApplications, buildDisclosure, buildProceedings, type GridStyle, officialGrids } from "./build-grids.ts";
import { type FigureStyle, plainFigures, readValue } from "./figure-text.ts";
import type { FormTemplate } from "./figures.ts";
import type { Grid } from "./grid.ts";
import { chooseHeadings, type HeadingNumbers } from "./headings.ts";
import { chooseLabels } from "./label-variants.ts";
import { writeIntroduction, writePartFive, writePartOne, writePartSix } from "./prose.ts";
import { createRandom, type Random } from "./random.ts";
import { chooseTitle, type TitleKind } from "./title.ts";

export type ModelBlock = { kind: "title" | "heading" | "paragraph"; text: string } | { kind: "table"; grid: Grid };

/** A report before it takes a format, with what a reader must make of it. */
export interface ReportModel {
  agency: string;
  year: number;
  template: FormTemplate;
  /** What stands in the cells once they are printed: zeros left blank and placeholders are null. */
  statistics: Statistics;
  blocks: ModelBlock[];
  seed: number;
}

export interface ReportOptions {
  statistics: Statistics;
  template: FormTemplate;
  agency?: Agency;
  year?: number;
  title?: TitleKind;
  headings?: HeadingNumbers;
  grids?: Partial<GridStyle>;
  figures?: Partial<FigureStyle>;
  /** Share of labels and headings that are not the official ones, 0 to 1 (default 0). */
  strange?: number;
  /** Little prose, for files that are to stay small. */
  brief?: boolean;
  /** False: no part six, as some reports have it. */
  partSix?: boolean;
}

/** The statistics that a reader must find in the printed cells. */
export function printedStatistics(template: FormTemplate, statistics: Statistics, style: FigureStyle): Statistics {
  const printed: Record<string, Record<string, Record<string, number | null>>> = {};
  for (const table of formOf(template)!.tables) {
    for (const { row, columns } of tableRows(table)) {
      const value = (column: FormColumn) => statistics[table.name]?.[row.key]?.[column.key] ?? null;
      printed[table.name] ??= {};
      printed[table.name]![row.key] = Object.fromEntries(
        columns.map((column) => [column.key, readValue(value(column), column, style)]),
      );
    }
  }
  return printed as Statistics;
}

function chooseYear(random: Random, template: FormTemplate): number {
  return template === "2019" ? random.integer(2019, 2020) : random.integer(2021, 2025);
}

/** Makes a whole report from figures: titles, six parts of invented prose, the three tables. The seed decides every wording. */
export function generateReport(seed: number, options: ReportOptions): ReportModel {
  const random = createRandom(seed).fork("report");
  const { template, statistics, strange = 0 } = options;
  const agency = options.agency ?? generateAgency(random.fork("agency"));
  const year = options.year ?? chooseYear(random.fork("year"), template);
  const form = formOf(template)!;
  const figures = { ...plainFigures, ...options.figures };
  const labels = chooseLabels(form.tables, random.fork("labels"), strange);
  const input = { statistics, labels, figures, style: { ...officialGrids, ...options.grids } };
  const [disclosure, applications, proceedings] = form.tables as [
    (typeof form.tables)[0],
    (typeof form.tables)[0],
    (typeof form.tables)[0],
  ];
  const headings = chooseHeadings(random.fork("headings"), strange, options.headings ?? "comma");
  const prose = random.fork("prose");
  const subject = { agency, year, statistics };
  const text = (lines: string[]): ModelBlock[] => lines.map((line) => ({ kind: "paragraph", text: line }));
  const part = (index: number, blocks: ModelBlock[]): ModelBlock[] => [
    { kind: "heading", text: headings[index]! },
    ...blocks,
  ];
  const tables = (grids: Grid[]): ModelBlock[] => grids.map((grid) => ({ kind: "table", grid }));
  const blocks: ModelBlock[] = [
    ...chooseTitle(agency.name, year, options.title ?? "plain").map(
      (line): ModelBlock => ({ kind: "title", text: line }),
    ),
    ...text([writeIntroduction(subject, prose)]),
    ...part(0, text(writePartOne(subject, prose).slice(0, options.brief ? 1 : undefined))),
    ...part(1, tables(buildDisclosure(disclosure, input))),
    ...part(2, tables([buildApplications(applications, input)])),
    ...part(3, tables([buildProceedings(proceedings, input)])),
    ...part(
      4,
      text(
        options.brief
          ? ["公开形式还不够丰富，今后将进一步改进公开方式，做好政府信息公开各项工作，提高政府信息公开情况的总体水平。"]
          : writePartFive(prose),
      ),
    ),
    ...(options.partSix === false ? [] : part(5, text(writePartSix(subject, prose)))),
  ];
  return {
    agency: agency.name,
    year,
    template,
    statistics: printedStatistics(template, statistics, figures),
    blocks,
    seed,
  };
}

import { describe, expect, test } from "vitest";
import { tableRows } from "../../lib/forms/form.ts";
import { formOf } from "../../lib/forms/forms.ts";
import { plainFigures } from "../support/generator/figure-text.ts";
import { generateFigures } from "../support/generator/figures.ts";
import { type Grid, positionsOf, rowsOf } from "../support/generator/grid.ts";
import type { Case } from "../support/generator/make-case.ts";
import { readCase } from "../support/generator/read-case.ts";
import { generateReport, type ReportModel } from "../support/generator/report-model.ts";

const template = "2021";
const models = [0, 0.3, 0.95].map((blanks) =>
  generateReport(5, {
    template,
    year: 2023,
    statistics: generateFigures(11, { template, size: "medium", blanks }),
    figures: plainFigures,
    grids: { disclosure: "one", applications: "official" },
  }),
);

const expanded = (grid: Grid) => positionsOf(grid).map((row) => row.map((at) => (at?.begins ? at.cell.text : "")));
const standing = (grid: Grid) => rowsOf(grid).map((row) => row.map(({ text }) => text));

/** Each row's label, and each column's name with its figure. */
function named({ table, cells }: Grid): { label: string; items: [name: string, figure: string][] }[] {
  const form = formOf(template)!.tables.find(({ name }) => name === table)!;
  return tableRows(form).map(({ row, columns }) => {
    const own = cells.filter(({ path }) => path?.startsWith(`${table}.${row.key}.`));
    const label = cells.find((cell) => cell.row === own[0]!.row && cell.role === "label")?.text ?? row.label;
    return {
      label: table === "proceedings" ? row.label : label,
      items: columns.map(({ key, label: name }) => [name, own.find(({ path }) => path!.endsWith(`.${key}`))!.text]),
    };
  });
}

const joined = (rows: (grid: Grid) => string[][], by: string) => (grid: Grid) =>
  rows(grid)
    .map((texts) => texts.join(by).trim())
    .join("\n");
const lines = (colon: string) => (grid: Grid) =>
  named(grid)
    .flatMap(({ label, items }) => [label, ...items.map(([name, figure]) => `${name}${colon}${figure}`)])
    .join("\n");
const inline = (between: string) => (grid: Grid) =>
  named(grid)
    .map(({ label, items }) => `${label}：${items.map(([name, figure]) => `${name}：${figure}`).join(between)}`)
    .join("\n");
const definitions = (grid: Grid) =>
  named(grid)
    .map(({ label, items }) => `<dt>${label}</dt>${items.map((item) => `<dd>${item.join("：")}</dd>`).join("")}`)
    .join("");

function write(model: ReportModel, table: (grid: Grid) => string, page: boolean): Case {
  const blocks = model.blocks.map((block) => {
    if (block.kind === "table") return page ? `<dl>${table(block.grid)}</dl>` : table(block.grid);
    return page ? `<p>${block.text}</p>` : block.text;
  });
  const text = page ? `<!DOCTYPE html><body>${blocks.join("\n")}</body>` : blocks.join("\n");
  const { agency, year, statistics } = model;
  return { name: "report", bytes: new TextEncoder().encode(text), agency, year, template, statistics, choices: {} };
}

const layouts: [name: string, table: (grid: Grid) => string, page?: boolean][] = [
  ...["; ", "；", ", ", "，", " / ", " & ", "^", "~", "："].flatMap((by): typeof layouts => [
    [`every cell, parted by “${by}”`, joined(expanded, by)],
    [`standing cells, parted by “${by}”`, joined(standing, by)],
  ]),
  ...["：", ": ", "＝"].map((colon): (typeof layouts)[number] => [`a line for each figure, “${colon}”`, lines(colon)]),
  ["named figures on one line", inline("；")],
  ["a definition list", definitions, true],
];

describe.each(layouts)("%s", (_name, table, page = false) => {
  test.each([0, 1, 2])("gives back the figures of report %i", async (at) => {
    expect(await readCase(write(models[at]!, table, page))).toEqual([]);
  });
});

test("names and figures on lines of their own: never another figure", async () => {
  const pairs = (grid: Grid) =>
    named(grid)
      .flatMap(({ label, items }) => [label, ...items.flat().filter((text) => text !== "")])
      .join("\n");
  expect(await readCase(write(models[0]!, pairs, false))).toEqual([]);
  for (const model of models) {
    const differences = await readCase(write(model, pairs, false));
    expect(differences.filter((line) => !/: (?:null|undefined) instead of /.test(line))).toEqual([]);
  }
});

test("commas of thousands between commas are not read as cells", async () => {
  const statistics = generateFigures(3, { template, size: "large" });
  const figures = { ...plainFigures, thousands: true };
  const model = generateReport(5, { template, year: 2023, statistics, figures });
  const differences = await readCase(write(model, joined(standing, ","), false));
  expect(differences.filter((line) => !/: (?:null|undefined) instead of /.test(line))).toEqual([]);
  expect(await readCase(write(model, joined(standing, ", "), false))).toEqual([]);
});

import { type CellPath, formCells } from "../../forms/form.ts";
import { forms } from "../../forms/forms.ts";
import type { Figure, Report } from "../../report/report.ts";
import type { Draft, Rule } from "../../validator/finding.ts";
import { cellName } from "../cell-names.ts";
import { linesOf } from "../relation-rule.ts";
import { surveyFigures } from "../survey-figures.ts";

type Kind = "count" | "change" | "amount";

/** Cells that are no counts, by path; the two forms agree where they share one. */
const kinds: ReadonlyMap<CellPath, Kind> = new Map([
  ...forms.flatMap((form) =>
    formCells(form).flatMap(({ path, column }) => (column.kind === "count" ? [] : [[path, column.kind] as const])),
  ),
  ["legacy.fees", "amount"] as const,
]);

const kindOf = (path: CellPath): Kind => kinds.get(path) ?? "count";

const amounts = [...kinds].flatMap(([path, kind]) => (kind === "amount" && !path.startsWith("legacy.") ? [path] : []));

type Cell = readonly [path: CellPath, figure: Figure];

/** Makes a rule that finds fault with single figures, each by itself. */
function figureRule(
  meta: Omit<Rule, "check">,
  find: (report: Report) => readonly Cell[],
  message: (name: string, figure: Figure, path: CellPath) => Draft["message"],
): Rule {
  return {
    ...meta,
    check(report) {
      return find(report).map(([path, figure]) => {
        const { row, column } = cellName(report.template, path);
        const name = column ? `${row}（${column}）` : row;
        return { message: message(name, figure, path), cells: [path], evidence: linesOf(report, [path]) };
      });
    },
  };
}

export const negative = figureRule(
  {
    id: "value/negative",
    severity: "error",
    description: {
      zh: "件数和金额不为负数（“本年增/减”除外）。",
      en: "A count or an amount is not negative (a change may be).",
    },
  },
  (report) => surveyFigures(report).odd.filter(([path, { value }]) => value! < 0 && kindOf(path) !== "change"),
  (name, figure, path) => ({ zh: `${name}是负数：${figure.text}`, en: `${path} is negative: ${figure.value}` }),
);

export const notInteger = figureRule(
  {
    id: "value/not-integer",
    severity: "error",
    description: { zh: "件数是整数。", en: "A count is whole." },
  },
  (report) =>
    surveyFigures(report).odd.filter(([path, { value }]) => !Number.isInteger(value) && kindOf(path) !== "amount"),
  (name, figure, path) => ({ zh: `${name}不是整数：${figure.text}`, en: `${path} is not whole: ${figure.value}` }),
);

/** Amounts other than zero that no unit stands beside. */
function amountsWithoutUnit(report: Report): Cell[] {
  return amounts.flatMap((path): Cell[] => {
    const figure = report.figures.get(path);
    return figure?.value && figure.unit === undefined ? [[path, figure]] : [];
  });
}

export const unitMissing = figureRule(
  {
    id: "value/unit-missing",
    severity: "warning",
    description: { zh: "金额写明单位（元还是万元）。", en: "An amount of money says its unit." },
  },
  amountsWithoutUnit,
  (name, figure, path) => ({
    zh: `${name}${figure.text}没有写明单位（元还是万元）`,
    en: `${path}: the amount ${figure.value} says no unit (yuan or 10,000 yuan)`,
  }),
);

/** An amount of more than 10,000万元 an item is absurd; printed without a unit it was probably meant in 元. */
const absurdPerItem = 10_000;

export const amountImplausible: Rule = {
  id: "value/amount-implausible",
  severity: "info",
  description: {
    zh: "没有写单位的金额按万元理解不至于大得离谱。",
    en: "An amount without a unit is not absurd for its items if read in 万元.",
  },
  *check(report) {
    const cells = ["disclosure.procurement.items", "disclosure.procurement.amount"];
    const [items, amount] = cells.map((path) => report.figures.get(path));
    if (!items?.value || !amount?.value || amount.unit !== undefined) return;
    const each = amount.value / items.value;
    if (each <= absurdPerItem) return;
    yield {
      message: {
        zh: `采购总金额${amount.text}如按万元计，${items.value}个项目平均每个约${Math.round(each)}万元，单位可能是元`,
        en: `Read in 10,000 yuan the ${items.value} items would cost ${Math.round(each)} each; the unit is probably yuan`,
      },
      cells,
      evidence: linesOf(report, cells),
    };
  },
};

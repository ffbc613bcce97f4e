import type { CellPath } from "../../forms/form.ts";
import type { Report } from "../../report/report.ts";
import { relationRule, spell } from "../relation-rule.ts";

const inEnglish = (report: Report, cells: readonly CellPath[]): string =>
  cells.map((path) => `${path.split(".")[1]} ${report.figures.get(path)?.value ?? "(blank)"}`).join(" + ");

/** The form's own note: 第一项加第二项之和，等于第三项加第四项之和. */
export const balance = relationRule(
  {
    id: "applications/balance",
    severity: "error",
    description: {
      zh: "每一列：本年新收+上年结转=办理结果总计+结转下年度继续办理。",
      en: "In each column: newly received + carried over = total handled + carried forward.",
    },
  },
  (report, { left, right, subject }) => ({
    zh: `${subject.label}：${spell(report, left, "row").join(" + ")} ≠ ${spell(report, right, "row").join(" + ")}`,
    en: `${subject.key}: ${inEnglish(report, left)} ≠ ${inEnglish(report, right)}`,
  }),
);

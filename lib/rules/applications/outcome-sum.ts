import { relationRule } from "../relation-rule.ts";

/** The outcomes （一） to （六） of part three against （七）总计. */
export const outcomeSum = relationRule(
  {
    id: "applications/outcome-sum",
    severity: "error",
    description: {
      zh: "每一列：各项办理结果之和等于总计。",
      en: "In each column the outcomes of part three add up to the total handled.",
    },
  },
  (_report, { subject }, { expected, actual }) => ({
    zh: `${subject.label}：办理结果各项合计 ${actual}，总计写作 ${expected}，相差 ${Math.abs(actual - expected)}`,
    en: `${subject.key}: the outcomes add up to ${actual}, the total says ${expected}`,
  }),
);

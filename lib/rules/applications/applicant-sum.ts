import type { FormRow } from "../../forms/form.ts";
import { relationRule } from "../relation-rule.ts";

/** The six kinds of applicant against the row's 总计. */
export const applicantSum = relationRule(
  {
    id: "applications/applicant-sum",
    severity: "error",
    description: {
      zh: "每一行：六类申请人之和等于总计。",
      en: "In each row the six kinds of applicant add up to the total.",
    },
  },
  (_report, { subject }, { expected, actual }) => ({
    zh: `${(subject as FormRow).short}：六类申请人合计 ${actual}，总计写作 ${expected}，相差 ${Math.abs(actual - expected)}`,
    en: `${subject.key}: the kinds of applicant add up to ${actual}, the total says ${expected}`,
  }),
);

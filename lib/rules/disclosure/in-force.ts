import { relationRule } from "../relation-rule.ts";

/** 2021: what is in force is at least what was issued less what was repealed; 2019: the stock is at least the year's flow. */
export const inForce = relationRule(
  {
    id: "disclosure/in-force",
    severity: "warning",
    description: {
      zh: "现行有效件数不少于本年制发件数减去本年废止件数（2019年格式：对外公开总数量不少于本年新公开数量）。",
      en: "2021: documents in force are at least those issued less those repealed; 2019: the total disclosed is at least the year's.",
    },
  },
  (report, { subject, left }, { expected, actual }) =>
    report.template === "2021"
      ? {
          zh: `${subject.label}：本年制发减本年废止为 ${expected}，现行有效只有 ${actual}`,
          en: `${subject.key}: issued less repealed is ${expected}, in force only ${actual}`,
        }
      : {
          zh: `${subject.label}：本年新公开 ${expected}，对外公开总数量只有 ${actual}`,
          en: `${subject.key}: ${expected} disclosed this year, in all only ${actual} (${left[0]})`,
        },
);

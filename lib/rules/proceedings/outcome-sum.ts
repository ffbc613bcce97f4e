import { relationRule, spell } from "../relation-rule.ts";

/** 结果维持 + 结果纠正 + 其他结果 + 尚未审结 against 总计. */
export const proceedingsOutcomeSum = relationRule(
  {
    id: "proceedings/outcome-sum",
    severity: "error",
    description: {
      zh: "每一类：结果维持+结果纠正+其他结果+尚未审结=总计。",
      en: "For each kind of proceedings: upheld + corrected + other outcome + pending = total.",
    },
  },
  (report, relation, { expected }) => ({
    zh: `${relation.subject.label}：${spell(report, relation.right, "column").join(" + ")} ≠ 总计 ${expected}`,
    en: `${relation.subject.key}: the outcomes do not add up to the total ${expected}`,
  }),
);

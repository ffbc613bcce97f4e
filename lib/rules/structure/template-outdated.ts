import { templateInForce } from "../../forms/forms.ts";
import type { Rule } from "../../validator/finding.ts";

const called = { legacy: "2018年以前的格式", "2019": "2019年试行格式", "2021": "2021年格式" } as const;

/** 国办公开办函〔2019〕60号 for 2019 and 2020, 〔2021〕30号 since 2021; decided by the tables' columns, never by the notice cited. */
export const templateOutdated: Rule = {
  id: "structure/template-outdated",
  severity: "warning",
  description: { zh: "使用报告年度适用的格式。", en: "The report uses the form in force for its year." },
  *check(report) {
    if (report.year === null || report.year < 2000) return;
    const due = templateInForce(report.year);
    if (due === report.template) return;
    const { disclosure, applications } = report.tables;
    const evidence = disclosure.state !== "missing" ? disclosure.evidence : applications.evidence;
    yield {
      message: {
        zh: `${report.year}年度报告应使用${called[due]}，表格用的是${called[report.template]}`,
        en: `The report on ${report.year} should follow the form of ${due}; its tables follow ${report.template}`,
      },
      evidence: evidence.length > 0 ? evidence : report.yearNames[0] ? [report.yearNames[0].evidence] : [],
    };
  },
};

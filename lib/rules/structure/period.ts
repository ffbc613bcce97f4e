import type { Rule } from "../../validator/finding.ts";

/** A body founded in the course of the year reports from then on. */
const partOfYear = /成立|组建|挂牌|设立|合并|改革|履职|施行|实施/;
/** The Regulations of 2007 came into force on 1 May 2008: the first reports cover eight months. */
const firstYear = 2008;

const dayOf = (date: string) => date.slice(5);

export const period: Rule = {
  id: "structure/period",
  severity: "warning",
  description: {
    zh: "统计期限应为报告年度的1月1日至12月31日。",
    en: "The reporting period is 1 January to 31 December of the year.",
  },
  *check(report) {
    const told = report.period;
    if (!told || report.year === firstYear || partOfYear.test(told.evidence.text)) return;
    const { from, to, evidence } = told;
    const years = [from, to].filter((date) => date !== null).map((date) => date.slice(0, 4));
    const wrongDay = (from !== null && dayOf(from) !== "01-01") || (to !== null && dayOf(to) !== "12-31");
    // A period that is one whole other year is structure/year-conflict.
    const twoYears = new Set(years).size > 1;
    if (!wrongDay && !twoYears) return;
    const year = report.year ?? years[0];
    yield {
      message: {
        zh: `统计期限写作${from ?? "?"}至${to ?? "?"}，应为${year}年1月1日至12月31日`,
        en: `the reporting period is given as ${from ?? "?"} to ${to ?? "?"}, not 1 January to 31 December ${year}`,
      },
      evidence: [evidence],
    };
  },
};

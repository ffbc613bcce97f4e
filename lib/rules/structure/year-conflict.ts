import type { Sentence } from "../../report/prose/mention.ts";
import { quote, readProse } from "../../report/prose/read-prose.ts";
import type { Evidence, Report } from "../../report/report.ts";
import type { Rule } from "../../validator/finding.ts";

interface Other {
  year: number;
  from: "title" | "period" | "text";
  evidence: Evidence;
}

const done =
  /^[,，]?(?:度)?(?:[^,;。:]{0,24}[,，])?[^,;。:]{0,24}(?:收到|受理|新收|主动公开|接收|办理|发布|公开)[^,;。:]{0,30}$/;
const notThisYear =
  /比|较|相比|同期|上年|去年|以来|截[至止]|[起前底末初]|计划|将|拟|要求|根据|按照|依据|印发|关于|通知|报告|工作要点|方案|培训|规划|决算|预算|结转/;

/** “2021年,本机关收到…”: a sentence that begins with a year and says what was done in it, all of it. */
function readYearOfDoing(sentence: Sentence): number | null {
  if (sentence.years.length === 0 || sentence.mentions.length === 0) return null;
  const [first, ...more] = sentence.years;
  const mention = sentence.mentions.find((one) => one.role === "level" && one.kind === "count");
  if (!first || !mention || mention.start < first.end) return null;
  if (more.some((other) => other.year !== first.year)) return null;
  const before = sentence.text.slice(0, first.start - sentence.start).replace(/^[\s\d一二三四五六七八九十()、.:]+/, "");
  const between = sentence.text.slice(first.end - sentence.start, mention.start - sentence.start);
  if (before !== "" || notThisYear.test(between) || /^[\d月]/.test(between.trim())) return null;
  return done.test(between) ? first.year : null;
}

function* readOthers(report: Report): Generator<Other> {
  for (const { from, value, evidence } of report.yearNames) {
    const year = Number(value);
    if ((from === "title" || from === "period") && Number.isInteger(year)) yield { year, from, evidence };
  }
  const { sentences } = readProse(report);
  const told = new Map<number, number>();
  sentences.forEach((sentence, index) => {
    const { part } = report.paragraphs[sentence.paragraph]!;
    const year = part === 0 || part === 1 ? readYearOfDoing(sentence) : null;
    if (year !== null) told.set(index, year);
  });
  for (const [index, year] of told) {
    // 2021年收到10件。2022年收到12件。 compares two years.
    if (told.get(index - 1) === report.year || told.get(index + 1) === report.year) continue;
    const { paragraph, start, end } = sentences[index]!;
    yield { year, from: "text", evidence: quote(report.paragraphs[paragraph]!, start, end) };
  }
}

const places = {
  title: { zh: "标题", en: "title" },
  period: { zh: "统计期限", en: "reporting period" },
  text: { zh: "正文", en: "text" },
} as const;

export const yearConflict: Rule = {
  id: "structure/year-conflict",
  severity: "warning",
  description: {
    zh: "标题、统计期限和正文所说的应是同一年度。",
    en: "Title, reporting period and text name the same year.",
  },
  *check(report) {
    const { year } = report;
    if (year === null) return;
    const named = [...readOthers(report)];
    const wrong = named.filter((other) => other.year !== year);
    if (wrong.length === 0) return;
    const years = [...new Set(wrong.map((other) => other.year))];
    const where = [...new Set(wrong.map((other) => other.from))];
    const right = named.find((other) => other.year === year);
    yield {
      message: {
        zh: `报告年度为${year}年，${where.map((from) => places[from].zh).join("、")}写的却是${years.join("、")}年`,
        en: `the report is on ${year}, its ${where.map((from) => places[from].en).join(" and ")} on ${years.join(", ")}`,
      },
      evidence: [...(right ? [right.evidence] : []), ...wrong.slice(0, 5).map((other) => other.evidence)],
    };
  },
};

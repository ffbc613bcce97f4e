import { statutoryParts } from "../../forms/parts.ts";
import type { Evidence, Report } from "../../report/report.ts";
import type { Rule } from "../../validator/finding.ts";

const ordinals = "一二三四五六";

/** The headings on both sides of the gap, else the report's first line. */
function around(report: Report, part: number): Evidence[] {
  const before = report.sections.findLast((section) => section.part < part);
  const after = report.sections.find((section) => section.part > part);
  const near = [before, after].flatMap((section) => (section ? [section.heading] : []));
  const [first] = report.paragraphs;
  return near.length > 0 || !first ? near : [{ text: first.text.slice(0, 60), location: first.location }];
}

/** Regulations of 2019, article 50, and the forms of 2019 and 2021: six parts, none left out. */
export const sectionMissing: Rule = {
  id: "structure/section-missing",
  severity: "warning",
  description: { zh: "六个法定部分齐全。", en: "The six statutory parts are there." },
  *check(report) {
    if (report.template === "legacy") return;
    const present = new Set(report.sections.map((section) => section.part));
    for (const { part, heading } of statutoryParts) {
      if (present.has(part)) continue;
      yield {
        message: { zh: `缺少第${ordinals[part - 1]}部分“${heading}”`, en: `Part ${part} (${heading}) is missing` },
        evidence: around(report, part),
      };
    }
  },
};

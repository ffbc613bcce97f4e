import { quote } from "../../report/prose/read-prose.ts";
import { sign } from "../../report/prose/sign-words.ts";
import { readSigns } from "../../report/prose/signs.ts";
import type { Evidence, Paragraph, Report } from "../../report/report.ts";
import type { Rule } from "../../validator/finding.ts";

/** What `sign.fee` tells of a paragraph. In part six any word on charging is the statement; elsewhere only one on information-processing fees is. */
const inPartSix = /处理费|收费通知|(?:收取|收费|免费|费用|缴费|收(?:到|过)?任何费)/;
const elsewhere = /信息(?:公开)?(?:信息)?处理费|公开处理费|收费通知|(?:未|没有|无)[^,;。]{0,12}收取[^,;。]{0,16}费/;

function isDue(report: Report): boolean {
  if (report.template === "legacy") return false;
  return report.year === null ? report.template === "2021" : report.year >= 2021;
}

const quoteWhole = (paragraph: Paragraph): Evidence => quote(paragraph, 0, Math.min(paragraph.text.length, 120));

export const feeStatementMissing: Rule = {
  id: "narrative/fee-statement-missing",
  severity: "warning",
  description: {
    zh: "2021年起，第六部分应报告信息处理费的收取情况。",
    en: "From 2021 on, part six says what information-processing fees were charged.",
  },
  *check(report) {
    if (!isDue(report)) return;
    const signs = readSigns(report);
    const speaks = (index: number) => (signs[index]! & sign.fee) !== 0;
    if (report.paragraphs.some(({ part }, index) => part === 6 && speaks(index))) return;
    const six = report.paragraphs.filter((paragraph) => paragraph.part === 6);
    const heading = report.sections.find((section) => section.part === 6)?.heading;
    if (heading && inPartSix.test(heading.text)) return;
    const other = report.paragraphs.find(({ folded }, index) => speaks(index) && elsewhere.test(folded));
    if (!heading && six.length === 0) {
      // Without its heading the statement may stand anywhere, and an unreadable page may hold it.
      if (other || report.notes.length > 0) return;
    }
    yield {
      message: other
        ? {
            zh: "信息处理费的收取情况只写在其他部分，第六部分没有写",
            en: "the fee statement stands in another part only",
          }
        : {
            zh: "第六部分没有报告信息处理费的收取情况（没有收取的，也应写明）",
            en: "part six does not say what information-processing fees were charged (none is to be said too)",
          },
      evidence: [
        ...(heading ? [heading] : []),
        ...six.slice(0, 1).map(quoteWhole),
        ...(other ? [quoteWhole(other)] : []),
      ],
      severity: other ? "info" : "warning",
    };
  },
};

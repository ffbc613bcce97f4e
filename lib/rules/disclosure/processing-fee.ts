import type { Mention, Sentence } from "../../report/prose/mention.ts";
import { quoteSentence, readProse } from "../../report/prose/read-prose.ts";
import { scopeOf } from "../../report/prose/scope.ts";
import { sign } from "../../report/prose/sign-words.ts";
import { readSigns } from "../../report/prose/signs.ts";
import { isOfYear } from "../../report/prose/timing.ts";
import { cellValue, type Report } from "../../report/report.ts";
import type { Rule } from "../../validator/finding.ts";

const cell = "disclosure.fees.amount";
const yuanInTenThousand = 10_000;

/** The money that a sentence of part six says was received for processing information; what was only notified is none. */
function readCharged(report: Report, sentence: Sentence): Mention | null {
  if (!sentence.text.includes("处理费")) return null;
  const money = sentence.mentions.filter((mention) => mention.kind === "money" && mention.exact && mention.value > 0);
  const received = money.filter(
    ({ gap, label }) =>
      /收取|实收|收到|缴纳|收费/.test(gap) &&
      !/通知|应收|减免|免收|退还|退回|标准|每|未/.test(label) &&
      !/标准/.test(gap),
  );
  const charged = received.find(({ label }) => /实际|实收/.test(label)) ?? received.at(-1);
  if (!charged || !isOfYear(sentence, charged.start, report.year)) return null;
  const words = sentence.text
    .slice(0, charged.start - sentence.start)
    .split(/收取|发出/, 1)[0]!
    .replace(/《[^》]*》/g, "");
  return /全[省市县区州]|各级/.test(words) && scopeOf(words, report.agency) === "other" ? null : charged;
}

export const processingFee: Rule = {
  id: "disclosure/processing-fee",
  severity: "warning",
  description: {
    zh: "行政事业性收费金额不应小于第六部分报告的信息处理费。",
    en: "The amount of fees is at least the information-processing fees that part six reports.",
  },
  *check(report) {
    const amount = cellValue(report.statistics, cell);
    if (typeof amount !== "number") return;
    const digits = /\.(\d+)/.exec(report.figures.get(cell)?.text ?? "")?.[1]?.length;
    // An amount printed to the hundredth of 万元 is right to half of it.
    const rounding = amount > 0 ? 0.5 * 10 ** -(digits ?? 0) : 0;
    const prose = readProse(report);
    const signs = readSigns(report);
    for (const sentence of prose.sentences) {
      if ((signs[sentence.paragraph]! & sign.fee) === 0 || report.paragraphs[sentence.paragraph]!.part !== 6) continue;
      const charged = readCharged(report, sentence);
      if (!charged) continue;
      const fee = charged.value / yuanInTenThousand;
      if (fee <= amount + rounding) continue;
      yield {
        message: {
          zh: `第六部分报告收取信息处理费${charged.value}元（${fee}万元），行政事业性收费金额只有${amount}万元`,
          en: `part six reports fees of ${charged.value} yuan (${fee} 万元), the table only ${amount} 万元`,
        },
        cells: [cell],
        expected: fee,
        actual: amount,
        evidence: [quoteSentence(report, sentence)],
      };
      return;
    }
  },
};

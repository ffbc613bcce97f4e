import type { Sentence } from "./mention.ts";
import { sentenceSign, signsOf } from "./sentence-signs.ts";

const otherSpan =
  /上半年|下半年|季度|历年|累计|以来|以前|上一?年(?!度?(?:结转|转结|转入))|去年|日均|月均|往年|近[一二三两几\d]+年|五年|计划(?:于|在)|拟(?:于|在)|预计|力争|同期|\d+月(?:份|底|\d+日)?(?:至|到|-|—|起|,)/;
/** Words farther back in a sentence than so many characters say nothing of its time; bounds the work on endless sentences. */
const reach = 600;
const wholeYear = /全年|本年|今年|年度|\d{4}年/;

/**
 * Whether the words of a sentence before `offset` speak of the report's year as a whole: no other year, no half-year, no
 * total of several years. A running total counts where the sentence names the year.
 */
export function isOfYear(sentence: Sentence, offset: number, year: number | null): boolean {
  for (const mention of sentence.years) {
    if (mention.start < offset && year !== null && mention.year !== year) return false;
  }
  if ((signsOf(sentence) & sentenceSign.otherSpan) === 0) return true;
  const end = offset - sentence.start;
  const words = sentence.text
    .slice(Math.max(0, end - reach), end)
    .replace(/12月31日|1月1日(?:至|到|-|—)?|1月?[-—~至到]12月份?/g, "");
  // 去年以来…,2022年共收到: the year named last is the one that counts.
  const span = otherSpan.exec(words.slice(words.lastIndexOf(`${year}年`) + 1))?.[0];
  if (span === undefined) return true;
  if (span !== "累计" && span !== "以来") return false;
  return wholeYear.test(words);
}

import type { Enumeration } from "../../report/prose/enumeration.ts";
import type { Mention, Sentence } from "../../report/prose/mention.ts";
import type { Prose } from "../../report/prose/read-prose.ts";
import { scopeOf } from "../../report/prose/scope.ts";
import { sentenceSign, signsOf } from "../../report/prose/sentence-signs.ts";
import { isOfYear } from "../../report/prose/timing.ts";
import type { Report } from "../../report/report.ts";
import type { Claim } from "./claims/claim.ts";
import { readClaim } from "./claims/read-claim.ts";

const counted = new Set(["件", "宗", "起", "例", "份", "条", "个", "项", "件次"]);
const aboutDisclosure = /信息公开|政务公开|依申请|公开申请/;
/** Other business than applications for information: what `sentenceSign.otherBusiness` tells of a whole sentence. */
const othersDone =
  /建议|提案|留言|来信|信访|投诉|举报|工单|热线|咨询|许可|舆情|问政|整改|公文|公开属性|发文|拟稿|最短|最快|最长|平均/;

/** A figure of the prose that is said to be that of certain cells. */
export interface Statement {
  claim: Claim;
  mention: Mention;
  sentence: Sentence;
}

/** The quantity's words; where they are no more than 共计, the clause before them too. */
function labelOf(mention: Mention): string {
  if (mention.label.length > 3 || !/^(?:共|共计|合计|总计|总数为?|数量为?|累计)?$/.test(mention.label))
    return mention.label;
  return mention.gap
    .split(/[;:。()]/)
    .at(-1)!
    .replace(/[\s、,"“”‘’]+/g, "");
}

/** Words farther back in a sentence than so many characters do not bear on a figure; bounds the work on endless sentences. */
const reach = 400;

/** The words of a sentence's clause before offset `at` of the paragraph. */
function clauseBefore(sentence: Sentence, at: number): string {
  const end = at - sentence.start;
  const before = sentence.text.slice(Math.max(0, end - reach), end);
  return before.slice(before.lastIndexOf(";") + 1);
}

/** Whether the words before offset `at` of a sentence name another body, or a wider or narrower scope than the report's. */
export function isOthers(report: Report, sentence: Sentence, label: string, at: number): boolean {
  const said = scopeOf(subjectOf(label), report.agency);
  if (said !== "unsaid") return said === "other";
  if ((signsOf(sentence) & sentenceSign.scope) === 0 && !(report.agency && sentence.text.includes(report.agency)))
    return false;
  const clause = clauseBefore(sentence, at);
  // The subject may stand with an earlier verb of the clause: 县政府办公室收到45件,办结44件.
  for (const segment of clause.split(",").reverse()) {
    if (!/收到|受理|新收|接收|办理|办结|答复|发生/.test(segment)) continue;
    const earlier = scopeOf(subjectOf(segment), report.agency);
    if (earlier !== "unsaid") return earlier === "other";
  }
  const wide = /全(?:省|市|县|区|州|系统)|各级/.exec(clause)?.[0];
  return wide !== undefined && scopeOf(wide, report.agency) === "other";
}

const verb = /共|累计|收到|新收|接收|接到|受理|新增|办理|办结|答复|回复|处理|被|因|制发|制定|印发|出台|废止|现行有效/;

/** The words before the verb, which name whose figures follow. */
function subjectOf(label: string): string {
  const text = label.includes("政") ? label.replace(/政府信息|政务信息|政府网站|行政机关/g, "") : label;
  const at = text.search(verb);
  return at < 0 ? text : text.slice(0, at);
}

/** A figure that the sentence states for cells of this report, its year and its own body; null for any other figure. */
export function readStatement(report: Report, prose: Prose, sentence: Sentence, mention: Mention): Statement | null {
  if (mention.role !== "level" || !mention.exact || !counted.has(mention.unit)) return null;
  const label = labelOf(mention);
  const isAboutDisclosure = () => (signsOf(sentence) & sentenceSign.disclosure) !== 0;
  const claim = readClaim(label, mention.tail, isAboutDisclosure);
  if (!claim) return null;
  const inYear =
    claim.kind === "carry"
      ? isNeighbourYear(claim, label + mention.tail, report.year)
      : isOfYear(sentence, mention.start, report.year);
  if (!inYear || isOthers(report, sentence, label, mention.start)) return null;
  const statement = { claim, mention, sentence };
  if (claim.kind === "document") return statement;
  const enumeration = prose.wholeOf.get(mention);
  if (enumeration) return isOfApplications(report, enumeration, claim, label) ? statement : null;
  if (signsOf(sentence) & sentenceSign.otherBusiness && othersDone.test(clauseBefore(sentence, mention.start)))
    return null;
  const { folded } = report.paragraphs[sentence.paragraph]!;
  const context =
    isAboutDisclosure() || aboutDisclosure.test(folded.slice(Math.max(0, sentence.start - 120), sentence.start));
  const before = sentence.text.slice(0, mention.start - sentence.start);
  const applications = before.includes("申请") || mention.tail.includes("申请") || claim.kind !== "intake";
  return context && applications ? statement : null;
}

/** Whether a part belongs to a whole of applications (or proceedings) of this report's body and year. */
function isOfApplications(report: Report, enumeration: Enumeration, claim: Claim, label: string): boolean {
  const { whole, wholeIn, opener } = enumeration;
  if (claim.kind === "intake" && opener !== "total" && !/^(?:本年度?|今年)?(?:新收|新增|收到)/.test(label))
    return false;
  const words = whole.label + whole.tail;
  if (!/申请|收到|受理|办理|办结|答复|处理|件|复议|诉讼/.test(words)) return false;
  if (signsOf(wholeIn) & sentenceSign.otherBusiness && othersDone.test(clauseBefore(wholeIn, whole.start) + whole.tail))
    return false;
  if (/^[^,]*(?:复议|诉讼)/.test(words) && claim.kind !== "proceedings") return false;
  return !isOthers(report, wholeIn, whole.label, whole.start) && isOfYear(wholeIn, whole.start, report.year);
}

/** Whether a year beside 结转 is the one before (carried over) or after (carried forward) the report's; none named is right too. */
function isNeighbourYear(claim: Claim, words: string, year: number | null): boolean {
  const named = /(\d{4})年/.exec(words);
  if (!named || year === null) return true;
  return Number(named[1]) - year === (claim.accepts[0]![0]!.includes("carriedForward") ? 1 : -1);
}

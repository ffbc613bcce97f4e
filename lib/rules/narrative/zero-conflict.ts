import type { Sentence } from "../../report/prose/mention.ts";
import { type Prose, quote, quoteSentence, readProse } from "../../report/prose/read-prose.ts";
import { sign } from "../../report/prose/sign-words.ts";
import { readSigns } from "../../report/prose/signs.ts";
import { isOfYear } from "../../report/prose/timing.ts";
import { cellValue, type Paragraph, type Report } from "../../report/report.ts";
import type { Draft, Rule } from "../../validator/finding.ts";
import { compareStatement } from "./compare-statement.ts";
import { isOthers, readStatement } from "./read-statement.ts";
import { readZeroClaims, type ZeroClaim } from "./zero-claims.ts";

const denial =
  /(?:暂|尚|从|均|并|也|亦)?(?:未(?:曾|有)?(?:收到过?|接到过?|接收|受理|发生过?|产生|出现|涉及|引发|引起|被|有|因)|没有?(?:收到过?|接到过?|发生过?|产生|出现|被|因)?|无|零)/g;
const conditional = /(?:如|若|凡|倘|是否|有|假如|对于?|因|由于|力争|确保|争取|实现|努力)(?:果|有)?$/;
/** Words of both kinds stand in every paragraph that denies something of ours. */
const denied = sign.none | sign.matter;
const anyOfIt = /复议|诉讼|申请/;

/** The whole that a claim's cells hold; null where nothing is known. */
function countIn(report: Report, { cells }: ZeroClaim): number | null {
  let count: number | null = null;
  for (const cell of cells) {
    const value = cellValue(report.statistics, cell);
    if (typeof value === "number") count = (count ?? 0) + value;
  }
  return count;
}

/** The phrases of a paragraph that say that something did not happen. */
function* readDenials(
  prose: Prose,
  { folded }: Paragraph,
  index: number,
): Generator<{ claims: ZeroClaim[]; start: number; sentence: Sentence }> {
  for (const match of folded.matchAll(denial)) {
    const start = match.index;
    const from = start + match[0].length;
    const to = from + folded.slice(from, from + 80).search(/[,;:。!?]|$/);
    const phrase = folded.slice(from, to);
    if (!anyOfIt.test(phrase) || conditional.test(folded.slice(Math.max(0, start - 3), start))) continue;
    const sentence = prose.sentenceAt(index, start);
    const claims = readZeroClaims(phrase, /信息公开|政务公开|依申请/.test(sentence.text));
    if (claims.length > 0) yield { claims, start, sentence };
  }
}

/** Figures of parts two to six (part one is narrative/table-mismatch) where the table holds nothing but zeros. */
function* checkReverse(report: Report): Generator<Draft> {
  const prose = readProse(report);
  for (const sentence of prose.sentences) {
    const { part } = report.paragraphs[sentence.paragraph]!;
    if (part === null || part < 2 || part === 5) continue;
    for (const mention of sentence.mentions) {
      if (mention.value === 0) continue;
      const statement = readStatement(report, prose, sentence, mention);
      if (!statement || (statement.claim.kind !== "intake" && statement.claim.kind !== "proceedings")) continue;
      const found = compareStatement(report, statement);
      if (found?.expected !== 0) continue;
      yield {
        message: {
          zh: `正文写有“${mention.label}”${mention.value}${mention.unit}，表格中为0`,
          en: `the text speaks of ${mention.value}, the table says 0`,
        },
        cells: found.cells,
        expected: 0,
        actual: mention.value,
        evidence: [quoteSentence(report, sentence)],
      };
    }
  }
}

function* checkDenials(report: Report): Generator<Draft> {
  const told = new Set<ZeroClaim>();
  const prose = readProse(report);
  const signs = readSigns(report);
  for (let index = 0; index < signs.length; index++) {
    if ((signs[index]! & denied) !== denied) continue;
    const paragraph = report.paragraphs[index]!;
    for (const { claims, start, sentence } of readDenials(prose, paragraph, index)) {
      const words = paragraph.folded.slice(sentence.start, start);
      const label = words.slice(Math.max(...[",", ";", ":"].map((sign) => words.lastIndexOf(sign))) + 1);
      if (!isOfYear(sentence, start, report.year) || isOthers(report, sentence, label, start)) continue;
      for (const claim of claims) {
        const count = countIn(report, claim);
        if (count === null || count === 0 || told.has(claim)) continue;
        told.add(claim);
        yield {
          message: {
            zh: `正文写“${claim.what.zh}”，表格中为${count}件`,
            en: `the text says that ${claim.what.en}, the table says ${count}`,
          },
          cells: claim.cells.filter((cell) => cellValue(report.statistics, cell) !== undefined),
          expected: count,
          actual: 0,
          evidence: [quote(paragraph, sentence.start, sentence.end)],
        };
      }
    }
  }
}

export const zeroConflict: Rule = {
  id: "narrative/zero-conflict",
  severity: "warning",
  description: {
    zh: "正文写明没有发生的（未收到申请、无行政复议等），表格中应为零或空白；反之亦然。",
    en: "What the prose says did not happen is zero or blank in the table, and the reverse.",
  },
  *check(report) {
    if (!report.statistics.applications && !report.statistics.proceedings) return;
    yield* checkDenials(report);
    yield* checkReverse(report);
  },
};

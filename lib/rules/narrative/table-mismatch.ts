import type { Mention } from "../../report/prose/mention.ts";
import { quoteSentence, readProse } from "../../report/prose/read-prose.ts";
import type { Report } from "../../report/report.ts";
import type { Draft, Rule } from "../../validator/finding.ts";
import { compareStatement, type Difference } from "./compare-statement.ts";
import { readStatement, type Statement } from "./read-statement.ts";

function toDraft(report: Report, { mention, sentence }: Statement, found: Difference): Draft {
  const { value, unit } = mention;
  const phrase = mention.label || "该项";
  return {
    message: {
      zh: `正文“${phrase}”${value}${unit}，表格中为${found.expected}${unit}`,
      en: `the text says ${value} (${phrase}), the table ${found.expected}`,
    },
    cells: found.cells,
    expected: found.expected,
    actual: value,
    evidence: [quoteSentence(report, sentence)],
  };
}

/** Every figure of the introduction and part one that is not its cells'; a list, since so many figures in turn make a generator slow. */
function findMismatches(report: Report): Draft[] {
  const drafts: Draft[] = [];
  const prose = readProse(report);
  const told = new Set<string>();
  const wrongWholes = new Set<Mention>();
  for (const sentence of prose.sentences) {
    if (sentence.mentions.length === 0) continue;
    const { part } = report.paragraphs[sentence.paragraph]!;
    if (part !== 0 && part !== 1) continue;
    for (const mention of sentence.mentions) {
      const statement = readStatement(report, prose, sentence, mention);
      const found = statement && compareStatement(report, statement);
      if (!statement || !found) continue;
      const enumeration = prose.wholeOf.get(mention);
      // Parts that agree with a whole already told are of another scope than the table, not wrong one by one.
      if (enumeration && wrongWholes.has(enumeration.whole)) continue;
      wrongWholes.add(mention);
      const key = `${found.cells.join()} ${mention.value}`;
      if (told.has(key)) continue;
      told.add(key);
      drafts.push(toDraft(report, statement, found));
    }
  }
  return drafts;
}

export const tableMismatch: Rule = {
  id: "narrative/table-mismatch",
  severity: "warning",
  description: {
    zh: "引言和第一部分正文所写的数字，应与表格中相应单元格一致。",
    en: "A figure that the prose gives for a cell is that cell's.",
  },
  check(report) {
    const { applications, proceedings, disclosure } = report.statistics;
    return applications || proceedings || disclosure ? findMismatches(report) : [];
  },
};

import { quote } from "../../report/prose/read-prose.ts";
import { sign } from "../../report/prose/sign-words.ts";
import { readSigns } from "../../report/prose/signs.ts";
import type { Paragraph } from "../../report/report.ts";
import type { Rule } from "../../validator/finding.ts";

/** Instructions and placeholders of blank forms, in folded text. A single × or X is an unknown of a sentence, not of the form. */
const leftovers: readonly (readonly [words: number, pattern: RegExp])[] = [
  [sign.tableForm, /(?:该|此|本)部分(?:内容)?(?:以|用|采用|通过)表格(?:的)?形式(?:报告|填报|体现|呈现)/],
  [
    sign.crosses,
    /(?<![A-Za-z0-9×*])(?:[Xx×*]{2,8}|[〇○]{2,8})\s?(?:年|月|日|件|条|次|篇|项|期|个|元|万元|省|市|县|区|乡|镇|街道|局|委|厅|办|部门|单位|机关|政府|中心|公司)/,
  ],
  [sign.cross, /(?:年|共|收到|受理|公开|新收)\s?[Xx×*]{1,4}\s?(?:月|件|条|次|篇|项|期)/],
  [sign.fillIn, /[((【[](?:请)?(?:在)?(?:此处|这里)?(?:填写|填入|插入|简述|写明|填报|补充)[^))】\]。]{0,30}[))】\]]/],
  [sign.instruction, /(?:填表说明|填报说明|填写说明|此处填写|此处插入|在此输入|点击(?:此处)?输入|单击此处|请输入)/],
  [sign.nameOfBody, /[((](?:单位名称|机关名称|单位全称|机关全称|行政机关名称|单位盖章|公章)[))]/],
  [sign.line, /(?<!_)_{3,40}\s?(?:年|月|日|件|条|次|元|万元)/],
];

const anyOf = leftovers.reduce((signs, [words]) => signs | words, 0);

/** What is left of the blank form in a paragraph with these signs; null: nothing. */
function readLeftover({ folded }: Paragraph, signs: number): { start: number; end: number } | null {
  for (const [words, pattern] of leftovers) {
    const match = signs & words ? pattern.exec(folded) : null;
    if (match) return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}

/** The clause around an offset, for the evidence. */
function clauseAround({ folded }: Paragraph, start: number, end: number): [number, number] {
  let from = start;
  while (from > 0 && start - from < 40 && !"。;!?".includes(folded[from - 1]!)) from--;
  let to = end;
  while (to < folded.length && to - end < 40 && !"。;!?".includes(folded[to]!)) to++;
  return [from, to];
}

export const templateText: Rule = {
  id: "structure/template-text",
  severity: "warning",
  description: {
    zh: "报告中不应留有模板的填写说明或占位符（如“该部分以表格形式报告”“XX”）。",
    en: "No instruction or placeholder of the blank form is left in.",
  },
  *check(report) {
    const signs = readSigns(report);
    for (let index = 0; index < signs.length; index++) {
      if ((signs[index]! & anyOf) === 0) continue;
      const paragraph = report.paragraphs[index]!;
      const found = readLeftover(paragraph, signs[index]!);
      if (!found) continue;
      const words = paragraph.text.slice(found.start, found.end);
      yield {
        message: { zh: `留有模板文字“${words}”`, en: `text of the blank form is left in: “${words}”` },
        evidence: [quote(paragraph, ...clauseAround(paragraph, found.start, found.end))],
      };
    }
  },
};

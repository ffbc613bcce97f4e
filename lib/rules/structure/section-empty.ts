import { statutoryParts } from "../../forms/parts.ts";
import type { Rule } from "../../validator/finding.ts";

const leastCharacters = 30;

/** How many characters of a paragraph are neither white space nor punctuation; where its Chinese characters suffice, as many as suffice. */
function countCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length && count < leastCharacters; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) count++;
  }
  return count < leastCharacters ? text.replace(/[\s\p{P}]+/gu, "").length : count;
}

export const sectionEmpty: Rule = {
  id: "structure/section-empty",
  severity: "warning",
  description: {
    zh: "第一部分和第五部分应有正文（不少于30字）。",
    en: "Parts one and five have text (30 characters at least).",
  },
  *check(report) {
    if (report.template === "legacy" || report.notes.length > 0) return;
    for (const part of [1, 5] as const) {
      const section = report.sections.find((one) => one.part === part);
      if (!section) continue;
      let length = 0;
      for (let at = 0; at < report.paragraphs.length && length < leastCharacters; at++) {
        const paragraph = report.paragraphs[at]!;
        if (paragraph.part === part) length += countCharacters(paragraph.text);
      }
      if (length >= leastCharacters) continue;
      const texts = report.paragraphs.filter((paragraph) => paragraph.part === part);
      const { heading } = statutoryParts.find((one) => one.part === part)!;
      const number = part === 1 ? "一" : "五";
      yield {
        message: {
          zh: length === 0 ? `第${number}部分“${heading}”没有正文` : `第${number}部分“${heading}”只有${length}字`,
          en: length === 0 ? `part ${part} has no text` : `part ${part} has only ${length} characters`,
        },
        evidence: [section.heading, ...texts.slice(0, 1).map(({ text, location }) => ({ text, location }))],
      };
    }
  },
};

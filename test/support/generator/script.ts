import { Converter } from "opencc-js/cn2t";

export const scripts = ["simplified", "traditional", "taiwan", "converted", "plain"] as const;
/**
 * Characters of a report: `traditional` by words (OpenCC), `taiwan` with Taiwan's forms, `converted` with that vocabulary too
 * (規範性檔案), `plain` character by character (複議 becomes 復議, 制作 stays).
 */
export type Script = (typeof scripts)[number];

const byWords = Converter({ from: "cn", to: "t" });
const taiwan = Converter({ from: "cn", to: "tw" });
const vocabulary: readonly (readonly [RegExp, string])[] = [
  [/規範性文件/g, "規範性檔案"],
  [/主動公開文件/g, "主動公開檔案"],
  [/門戶網站/g, "入口網站"],
];
const single = new Map<string, string>();

function convertPlainly(text: string): string {
  for (const c of text) if (!single.has(c)) single.set(c, byWords(c));
  return [...text].map((c) => single.get(c)!).join("");
}

/** Writes a simplified text in another script. */
export function toScript(text: string, script: Script): string {
  if (script === "simplified") return text;
  if (script === "plain") return convertPlainly(text);
  if (script === "traditional") return byWords(text);
  const converted = taiwan(text);
  return script === "converted"
    ? vocabulary.reduce((t, [pattern, word]) => t.replace(pattern, word), converted)
    : converted;
}

/** Writes the generated parts of the READMEs: rules, rejections, forms, keys and questions; CI fails when they differ. */
import { readFileSync, writeFileSync } from "node:fs";
import type { Cost } from "../bench/cost.ts";
import { rejectionCodes } from "../lib/document/document.ts";
import { toRejection } from "../lib/document/rejection.ts";
import { forms } from "../lib/forms/forms.ts";
import { describeQuestions } from "../lib/query/describe-questions.ts";
import { everyRule } from "../lib/rules/every-rule.ts";

type Language = "zh" | "en";

const escapeCell = (text: string): string => text.replaceAll("|", "\\|");

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function writeRules(language: Language): string {
  const head = language === "en" ? ["rule", "severity", "what must hold"] : ["规则", "级别", "应当成立的"];
  return table(
    head,
    everyRule.map(({ id, severity, description }) => [`\`${id}\``, severity, description[language]]),
  );
}

function writeRejections(language: Language): string {
  const head = language === "en" ? ["code", "message"] : ["代码", "说明"];
  return table(
    head,
    rejectionCodes.map((code) => [`\`${code}\``, toRejection(code, language).message]),
  );
}

function writeForms(language: Language): string {
  const head =
    language === "en"
      ? ["template", "years", "prescribed by", "cells", "relations"]
      : ["格式", "年度", "依据", "单元格", "勾稽关系"];
  return table(
    head,
    forms.map((form) => {
      const rows = form.tables.flatMap((one) =>
        one.blocks.flatMap((block) => block.rows.map(() => block.columns.length)),
      );
      const years = `${form.inForce.from}–${form.inForce.to ?? ""}`;
      return [
        form.template,
        years,
        form.source,
        String(rows.reduce((sum, columns) => sum + columns, 0)),
        String(form.relations.length),
      ];
    }),
  );
}

const count = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: value < 100 ? 1 : 0 });
const dollars = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 0 });

/** What a million reports cost, as `npm run bench` computed it from its own measurements. */
function writeCost(language: Language): string {
  const file = new URL("../bench/latest.json", import.meta.url);
  const { cost, measuredAt } = JSON.parse(readFileSync(file, "utf8")) as { cost: Cost; measuredAt: string };
  const { awsCallMilliseconds, shares } = cost.assumptions;
  const total = cost.lines.reduce((sum, line) => sum + line.dollars, 0);
  const rows = cost.lines.map((line) => [line.item, `${count(line.quantity)} ${line.unit}`, dollars(line.dollars)]);
  const head = language === "en" ? ["for a million reports", "quantity", "US$"] : ["每一百万份报告", "数量", "美元"];
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  const measured = measuredAt.slice(0, 10);
  const note =
    language === "en"
      ? `Measured on ${measured} (${percent(shares.pdf)} PDF, ${percent(shares.html)} HTML, ${percent(shares.text)} text), with ${awsCallMilliseconds} ms assumed for each call of AWS. List prices of ${cost.prices.region}, ${cost.prices.date}, without free tiers (\`bench/prices.ts\`): check them before you rely on the sum.`
      : `${measured}测得（PDF ${percent(shares.pdf)}、HTML ${percent(shares.html)}、文本${percent(shares.text)}），每次调用AWS按${awsCallMilliseconds}毫秒估计。单价为${cost.prices.region} ${cost.prices.date}的公开目录价，不计免费额度（见 \`bench/prices.ts\`），使用前请核对。`;
  const sum = language === "en" ? "**sum**" : "**合计**";
  return `${table(head, [...rows, [sum, "", `**${dollars(total)}**`]])}\n\n${note}`;
}

const sections: Record<string, (language: Language) => string> = {
  rules: writeRules,
  rejections: writeRejections,
  forms: writeForms,
  questions: () => describeQuestions("TABLE").trimEnd(),
  cost: writeCost,
};

/** Puts each section between its markers; a marker that no section has is an error. */
function fill(path: string, language: Language): void {
  const text = readFileSync(path, "utf8");
  const filled = text.replace(/<!-- generated: (\w+) -->\n[\s\S]*?<!-- end -->/g, (_whole, name: string) => {
    const write = sections[name];
    if (!write) throw new Error(`${path}: no generated section is called ${name}`);
    return `<!-- generated: ${name} -->\n${write(language)}\n<!-- end -->`;
  });
  if (filled !== text) writeFileSync(path, filled);
}

const root = new URL("..", import.meta.url).pathname;
fill(`${root}README.md`, "en");
fill(`${root}README.zh.md`, "zh");

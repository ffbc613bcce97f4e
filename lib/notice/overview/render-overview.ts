import type { Language, Verdict } from "../../validator/finding.ts";
import { html, type Markup } from "../page/html.ts";
import { renderShell } from "../page/shell.ts";
import { verdictWords } from "../page/words.ts";
import { missingReports, type Register } from "./collect.ts";
import { type MatrixPart, renderMatrix, splitMatrix } from "./matrix.ts";
import { renderMissing } from "./missing.ts";
import { overviewStyle } from "./overview-style.ts";
import { renderRuleReports, renderRules, ruleFile } from "./rules.ts";
import { renderTrends } from "./trends.ts";
import { type OverviewWords, overviewWords } from "./words.ts";

export interface OverviewOptions {
  language?: Language;
  /** One sentence about a rule: what must hold. */
  describeRule?(rule: string): string | undefined;
}

export interface OverviewFile {
  name: string;
  content: string;
}

const verdicts: readonly Verdict[] = ["consistent", "incomplete", "inconsistent"];
/** Missing agencies listed on the first page, and on each further one. */
const mostMissing = 30;
const missingPerPage = 2_000;

const matrixFile = (index: number) => `agencies-${String(index + 1).padStart(3, "0")}.html`;
const missingFile = (index: number) => `missing-${String(index + 1).padStart(3, "0")}.html`;

interface PageParts {
  title: string;
  heading: Markup;
  content: Markup;
}

function toPage(language: Language, words: OverviewWords, { title, heading, content }: PageParts): string {
  return renderShell({
    language,
    title: `${title} · 勾稽 gouji`,
    style: overviewStyle,
    inlineStyles: true,
    skip: html`<a class="skip" href="#content">${words.skip}</a>`,
    body: html`<header class="page-header"><p class="brand"><span class="seal" aria-hidden="true">勾<br>稽</span><span><b>勾稽</b> ${words.subtitle}</span></p>${heading}</header>
<main id="content" tabindex="-1">${content}</main>
<footer class="page-footer"><p>${words.about}</p></footer>`,
  });
}

function renderIndexHeading(register: Register, language: Language, words: OverviewWords): Markup {
  const { reports, agencies, years } = register;
  const cards = verdicts.map(
    (verdict) =>
      html`<li class="${verdict}"><b>${register.verdicts[verdict]}</b><span aria-hidden="true">${verdictWords[language][verdict].icon}</span> ${words.verdicts[verdict]}</li>`,
  );
  const links = (["matrix", "rules", "missing", "trends"] as const).map(
    (id) => html`<li><a href="#${id}">${words[id]}</a></li>`,
  );
  return html`<h1>${words.title}<small>${words.summary(reports, agencies.length, years[0], years.at(-1))}</small></h1><ul class="cards">${cards}</ul><nav aria-label="${words.sections}"><ul>${links}</ul></nav>`;
}

function renderParts(parts: readonly MatrixPart[], words: OverviewWords): Markup {
  const rows = parts.map(({ rows: agencies, title }, index) => {
    const entries = agencies.flatMap((row) => [...row.entries.values()]).filter(({ withdrawn }) => !withdrawn);
    const count = (verdict: Verdict) => entries.filter((entry) => entry.verdict === verdict).length;
    return html`<tr><th scope="row" lang="zh-CN"><a href="${matrixFile(index)}">${title}</a></th><td class="n">${agencies.length}</td><td class="n">${entries.length}</td>${verdicts.map((verdict) => html`<td class="n">${count(verdict)}</td>`)}</tr>\n`;
  });
  return html`<div class="scroll" role="group" aria-label="${words.matrix}" tabindex="0"><table class="rules"><thead><tr><th scope="col">${words.part}</th><th scope="col" class="n">${words.agencies}</th><th scope="col" class="n">${words.reports}</th>${verdicts.map((verdict) => html`<th scope="col" class="n">${words.verdicts[verdict]}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function pager(words: OverviewWords, previous: string | null, next: string | null): Markup {
  return html`<nav class="pager" aria-label="${words.part}"><a href="index.html">${words.back}</a>${previous && html`<a href="${previous}" rel="prev">${words.previous}</a>`}${next && html`<a href="${next}" rel="next">${words.next}</a>`}</nav>`;
}

/** The register as static pages: `index.html` first, then the matrix in parts, the missing reports and one page a rule. */
export function* renderOverview(register: Register, options: OverviewOptions = {}): Generator<OverviewFile> {
  const language = options.language ?? "zh";
  const words = overviewWords[language];
  const { years } = register;
  const parts = splitMatrix(register.agencies, years.length + 1, words);
  const missing = missingReports(register);
  const describe = options.describeRule ?? (() => undefined);
  const section = (id: "matrix" | "rules" | "missing" | "trends", content: Markup) =>
    html`<section id="${id}" aria-labelledby="heading-${id}"><h2 id="heading-${id}">${words[id]}</h2>${content}</section>\n`;
  const matrix =
    parts.length > 1
      ? renderParts(parts, words)
      : html`<p class="hint">${words.matrixNote}</p>${renderMatrix(register.agencies, years, language, words)}`;
  const rest = missing.length - mostMissing;
  const more = rest > 0 && html`<p class="hint">${words.more(rest)}：<a href="${missingFile(0)}">${words.all}</a></p>`;
  yield {
    name: "index.html",
    content: toPage(language, words, {
      title: words.title,
      heading: renderIndexHeading(register, language, words),
      content: html`${section("matrix", matrix)}${section("rules", renderRules(register, language, words, describe))}${section("missing", html`${renderMissing(missing.slice(0, mostMissing), register, words)}${more}`)}${section("trends", renderTrends(register, words))}`,
    }),
  };
  const subpage = (title: string, lead: string, content: Markup, nav: Markup) =>
    toPage(language, words, {
      title,
      heading: html`<h1>${title}<small>${lead}</small></h1>`,
      content: html`${nav}${content}`,
    });
  for (const [index, { rows, title }] of parts.length > 1 ? parts.entries() : []) {
    const nav = pager(
      words,
      index > 0 ? matrixFile(index - 1) : null,
      index + 1 < parts.length ? matrixFile(index + 1) : null,
    );
    yield {
      name: matrixFile(index),
      content: subpage(title, words.matrix, renderMatrix(rows, years, language, words), nav),
    };
  }
  for (let index = 0; rest > 0 && index * missingPerPage < missing.length; index++) {
    const listed = missing.slice(index * missingPerPage, (index + 1) * missingPerPage);
    const following = (index + 1) * missingPerPage < missing.length ? missingFile(index + 1) : null;
    const nav = pager(words, index > 0 ? missingFile(index - 1) : null, following);
    yield {
      name: missingFile(index),
      content: subpage(words.missing, words.title, renderMissing(listed, register, words), nav),
    };
  }
  for (const rule of register.rules) {
    const nav = pager(words, null, null);
    yield {
      name: ruleFile(rule.rule),
      content: subpage(rule.rule, describe(rule.rule) ?? words.rules, renderRuleReports(rule, words), nav),
    };
  }
}

import type { Report } from "../report/report.ts";
import type { Finding, Language, Verdict } from "../validator/finding.ts";
import { renderFindings } from "./page/findings.ts";
import { html, type Markup } from "./page/html.ts";
import { renderReport } from "./page/report-body.ts";
import { renderShell } from "./page/shell.ts";
import { type PageView, toPageView } from "./page/view.ts";
import { verdictWords } from "./page/words.ts";

export interface PageInput {
  report: Report;
  findings: Finding[];
  verdict: Verdict;
  /** The file: its name, and where it is kept (a path or s3:// address). */
  source: { name: string; location?: string };
  /** ISO 8601, UTC. */
  assessedAt?: string;
  language?: Language;
}

/** Beijing time, to the minute, of an ISO 8601 time; the text itself where it is none. */
function toBeijingTime(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return iso;
  return new Date(time + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}

function renderHeader(view: PageView, { verdict, source, assessedAt, findings }: PageInput): Markup {
  const { words, report, language } = view;
  const word = verdictWords[language][verdict];
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const fact = (name: string, value: string | Markup) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const time =
    assessedAt &&
    html`<time datetime="${assessedAt}">${toBeijingTime(assessedAt)}</time>${words.bracketed(words.beijing)}`;
  return html`<header class="page-header"><p class="brand"><span class="seal" aria-hidden="true">勾<br>稽</span><span><b>${words.product}</b> ${words.tagline}</span></p>
<h1><span lang="zh-CN">${report.agency ?? words.unknownAgency}</span><small>${words.title(report.year)}</small></h1>
<div class="verdict ${verdict}"><p class="verdict-name"><span class="icon" aria-hidden="true">${word.icon}</span>${words.outcome}${words.colon}<strong>${word.name}</strong></p><p>${word.meaning}</p>
<ul class="counts">${(["error", "warning", "info"] as const).map((severity) => html`<li class="${severity}"><b>${count(severity)}</b> ${words.counts[severity]}</li>`)}</ul></div>
<dl class="facts">${fact(words.form, words.formNames[report.template])}${fact(words.source, source.name)}${source.location && fact(words.location, source.location)}${time && fact(words.assessed, time)}</dl>
${report.notes.map(({ code, pages }) => {
  const list = pages.slice(0, 50).join("、");
  const text = {
    "pages-without-text": words.unreadPages(list),
    "text-damaged": words.damaged(list),
    truncated: words.truncated,
  };
  return html`<p class="notice warning">${text[code]}</p>`;
})}</header>`;
}

/**
 * The assessment of one report as a self-contained HTML file without script: verdict, findings, the report redrawn with its
 * broken cells and sentences marked. Everything that came from the report is escaped.
 */
export function renderPage(input: PageInput): string {
  const language = input.language ?? "zh";
  const view = toPageView(input.report, input.findings, language);
  const { words, report } = view;
  const title = `${report.agency ?? words.unknownAgency} ${report.year ?? ""} ${verdictWords[language][input.verdict].name} · ${words.product}`;
  const wide = view.findings.length > 0;
  return renderShell({
    language,
    title,
    skip: html`<a class="skip" href="#findings">${words.skip}</a><a class="skip" href="#report">${words.skipReport}</a>`,
    body: html`${renderHeader(view, input)}
<main class="${wide ? "split" : "single"}">
<section id="findings" class="panel" aria-labelledby="heading-findings" tabindex="-1"><h2 id="heading-findings">${words.findings}</h2>
${renderFindings(view)}</section>
<section id="report" class="report" aria-labelledby="heading-report" tabindex="-1"><h2 id="heading-report">${words.report}</h2>
<div lang="zh-CN">${renderReport(view)}</div></section>
</main>
<footer class="page-footer"><p>${words.about}</p></footer>`,
  });
}

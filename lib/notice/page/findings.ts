import type { Evidence } from "../../report/report.ts";
import type { Finding } from "../../validator/finding.ts";
import { html, type Markup } from "./html.ts";
import { cellId } from "./name-cell.ts";
import { groupFindings, type NumberedFinding } from "./order-findings.ts";
import { passageId } from "./prose.ts";
import { describePlace, type PageView, shorten } from "./view.ts";
import { severityWords } from "./words.ts";

/** Cells named at once below a finding; the others unfold. */
const firstCells = 6;

/** What `expected` and `actual` are called, by the rule (contract.md, part 3). */
const sides: Record<string, { zh: [string, string]; en: [string, string] }> = {
  "applications/balance": {
    zh: ["新收＋上年结转", "办理总计＋结转下年"],
    en: ["received + carried over", "handled + carried forward"],
  },
  "narrative/parts-sum": { zh: ["文中总数", "各项之和"], en: ["stated whole", "sum of parts"] },
  "narrative/table-mismatch": { zh: ["表中", "文中"], en: ["table", "prose"] },
  "narrative/percentage": { zh: ["应为", "文中写作"], en: ["right", "printed"] },
  "narrative/growth": { zh: ["应为", "文中写作"], en: ["right", "printed"] },
  "history/growth": { zh: ["应为", "文中写作"], en: ["right", "printed"] },
  "history/carry-over": { zh: ["上年报告", "本年报告"], en: ["last year's report", "this report"] },
  "disclosure/in-force": { zh: ["至少应为", "表中"], en: ["at least", "printed"] },
};
const sumSides = { zh: ["填报的总计", "各项之和"], en: ["printed total", "sum of parts"] } as const;
const plainSides = { zh: ["应为", "实为"], en: ["expected", "actual"] } as const;

function renderSides(view: PageView, { rule, expected, actual }: Finding): Markup | null {
  if (expected === null && actual === null) return null;
  const names = (sides[rule] ?? (/-sum$|\/sum$/.test(rule) ? sumSides : plainSides))[view.language];
  const unit = /percentage$|growth$/.test(rule) ? "%" : "";
  const pair = (name: string, value: number | null) =>
    value === null ? null : html`<div><dt>${name}</dt><dd>${value}${unit}</dd></div>`;
  return html`<dl class="sides">${pair(names[0], expected)}${pair(names[1], actual)}</dl>`;
}

function renderRepair(view: PageView, { repair }: Finding): Markup | null {
  if (!repair) return null;
  const { words } = view;
  const figure = view.report.figures.get(repair.cell);
  const printed = figure?.value === null || figure === undefined ? words.blank : String(figure.value);
  return html`<p class="repair"><b>${words.repair}</b> ${words.repairBefore}<a href="#${cellId(repair.cell)}">“${view.name(repair.cell)}”</a>${words.repairAfter(printed, String(repair.value))}</p>`;
}

/** Findings after this one only count their further cells: keeps the page of a hopeless report within its size. */
const lastUnfolded = 30;

function renderCells(view: PageView, { number, finding: { cells } }: NumberedFinding): Markup | null {
  if (cells.length === 0) return null;
  const link = (path: string) => {
    const value = view.report.figures.get(path)?.value;
    return html`<li><a href="#${cellId(path)}">${view.name(path)}${typeof value === "number" && html` <b>${value}</b>`}</a></li>`;
  };
  const rest = cells.slice(firstCells);
  const more = view.words.more(rest.length);
  const unfolding = () => html`<details><summary>${more}</summary><ul>${rest.map(link)}</ul></details>`;
  return html`<div class="cells"><span class="caption">${view.words.involved}</span><ul>${cells.slice(0, firstCells).map(link)}</ul>${rest.length > 0 && (number <= lastUnfolded ? unfolding() : html` ${more}`)}</div>`;
}

function renderEvidence(view: PageView, evidence: Evidence): Markup {
  const found = view.passages.placeOf.get(evidence);
  const place = `${evidence.source === undefined ? "" : `${evidence.source} `}${describePlace(view, evidence.location)}`;
  const quote = shorten(evidence.text, 300);
  const where = found
    ? html`<a href="#${passageId(found.paragraph, found.start)}">${place}</a>`
    : html`<span>${place}</span>`;
  return html`<blockquote><p>${quote}</p><footer>${where}</footer></blockquote>`;
}

function renderFinding(view: PageView, { number, finding }: NumberedFinding): Markup {
  const target = finding.repair?.cell ?? finding.cells[0];
  const found = finding.evidence.map((evidence) => view.passages.placeOf.get(evidence)).find((place) => place);
  const href = target ? `#${cellId(target)}` : found ? `#${passageId(found.paragraph, found.start)}` : undefined;
  const message = href ? html`<a class="goto" href="${href}">${finding.message}</a>` : finding.message;
  return html`<li id="finding-${number}" class="finding ${finding.severity}" tabindex="-1">
<h4><span class="number ${finding.severity}">${number}</span><span class="unseen">${severityWords[view.language][finding.severity].name}${view.words.colon}</span>${message}</h4>
${renderSides(view, finding)}${renderRepair(view, finding)}${renderCells(view, { number, finding })}${finding.evidence.slice(0, 4).map((evidence) => renderEvidence(view, evidence))}
<p class="rule">${view.words.rule} <code>${finding.rule}</code></p></li>\n`;
}

/** The findings in order of weight, in a group for each severity. */
export function renderFindings(view: PageView): Markup {
  const { words, language } = view;
  if (view.findings.length === 0)
    return html`<p class="nothing"><span aria-hidden="true">✓</span> ${words.noFindings}</p>`;
  return html`${groupFindings(view.findings).map(({ severity, findings }) => {
    const word = severityWords[language][severity];
    return html`<h3 class="group ${severity}"><span class="icon" aria-hidden="true">${word.icon}</span>${word.name} · ${word.group} <span class="count">${findings.length}</span></h3>
<ol class="findings">${findings.map((finding) => renderFinding(view, finding))}</ol>`;
  })}${view.omitted > 0 && html`<p class="notice">${words.moreFindings(view.omitted)}</p>`}`;
}

import type { Place } from "../../document/document.ts";
import type { CellPath, Template } from "../../forms/form.ts";
import type { Report } from "../../report/report.ts";
import type { Finding, Language } from "../../validator/finding.ts";
import { findPassages, type Passages } from "./find-passages.ts";
import { html, type Markup } from "./html.ts";
import { type CellMark, markCells } from "./mark-cells.ts";
import { nameCell } from "./name-cell.ts";
import { type NumberedFinding, orderFindings } from "./order-findings.ts";
import { type Words, words } from "./words.ts";

/** More findings than a person reads; the rest is counted. Keeps a page of a hostile report within its size. */
const mostFindings = 120;

/** Everything the parts of a page need: the report, its findings in order, and where on the page each of them shows. */
export interface PageView {
  report: Report;
  findings: readonly NumberedFinding[];
  /** How many findings are not shown. */
  omitted: number;
  marks: ReadonlyMap<CellPath, CellMark>;
  passages: Passages;
  language: Language;
  words: Words;
  name(path: CellPath): string;
}

/** Makes the view of one report. */
export function toPageView(report: Report, findings: readonly Finding[], language: Language): PageView {
  const ordered = orderFindings(findings);
  const shown = ordered.slice(0, mostFindings);
  const template: Template = report.template;
  return {
    report,
    findings: shown,
    omitted: ordered.length - shown.length,
    marks: markCells(shown),
    passages: findPassages(report.paragraphs, shown),
    language,
    words: words[language],
    name: (path) => nameCell(template, path),
  };
}

/** A place in words: 第3页第41行. */
export function describePlace(view: PageView, place: Place): string {
  return place.page === undefined ? view.words.line(place.line) : view.words.page(place.page, place.line);
}

/** `text` cut to `length` characters, the cut shown. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).toWellFormed()}…`;
}

/** The little number that leads from a cell or a sentence to its finding. */
export function renderBadge(view: PageView, { number, finding }: NumberedFinding): Markup {
  return html`<a class="ref ${finding.severity}" href="#finding-${number}" aria-label="${view.words.seeFinding(number)}">${number}</a>`;
}

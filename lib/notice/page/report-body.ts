import type { Form, FormTable, TableName } from "../../forms/form.ts";
import { formOf } from "../../forms/forms.ts";
import { statutoryParts } from "../../forms/parts.ts";
import { renderApplications, renderDisclosure, renderProceedings } from "./form-tables.ts";
import { html, type Markup } from "./html.ts";
import { renderLegacy } from "./legacy-list.ts";
import { cellId } from "./name-cell.ts";
import { renderParagraphs } from "./prose.ts";
import { type PageView, renderBadge } from "./view.ts";

const layouts: Record<TableName, (view: PageView, form: Form, table: FormTable) => Markup> = {
  disclosure: renderDisclosure,
  applications: renderApplications,
  proceedings: renderProceedings,
};

/** Characters of prose on one page; a page of a hostile report stays below 400 KB. */
const proseAllowance = 40_000;

function renderTable(view: PageView, form: Form, table: FormTable): Markup {
  const { words, report, marks } = view;
  const { state } = report.tables[table.name];
  const mark = marks.get(table.name);
  const badges = mark?.findings.map((finding) => renderBadge(view, finding));
  const notice =
    state !== "present" &&
    html`<p class="notice ${mark?.severity ?? "error"}">${state === "missing" ? words.tableMissing : words.tableEmpty}${badges}</p>`;
  const id = cellId(table.name);
  const read = table.blocks.some(({ rows }) =>
    rows.some(({ key }) => report.statistics[table.name]?.[key] !== undefined),
  );
  if (state === "missing" || !read) return html`<div id="${id}" tabindex="-1">${notice}</div>`;
  return html`${notice}<div class="scroll" id="${id}" role="region" aria-labelledby="heading-${table.part}" tabindex="0">${layouts[table.name](view, form, table)}</div>${state === "present" && mark && html`<p class="notice ${mark.severity}">${badges}</p>`}`;
}

function renderLegend({ words }: PageView): Markup {
  return html`<p class="legend"><b>${words.legend}</b> <span><i class="sample zero">0</i>${words.legendZero}</span> <span><i class="sample blank">${words.nothing}</i>${words.blankLong}</span> <span><i class="sample mark error">12</i>${words.legendPart}</span> <span><i class="sample mark error suspect">12<span class="fix">→13</span></i>${words.legendFix}</span></p>`;
}

function renderParts(view: PageView, form: Form): Markup {
  const { words, report } = view;
  const allowance = { characters: proseAllowance };
  const indexes = (part: number) =>
    report.paragraphs.flatMap((paragraph, index) => ((paragraph.part ?? 0) === part ? [index] : []));
  const preface = indexes(0);
  const parts = statutoryParts.map(({ part, heading }) => {
    const table = form.tables.find((candidate) => candidate.part === part);
    const prose = indexes(part);
    const present =
      prose.length > 0 ||
      report.sections.some((section) => section.part === part) ||
      (table !== undefined && report.tables[table.name].state !== "missing");
    const empty =
      prose.length === 0 && !table && html`<p class="notice">${present ? words.noProse : words.partMissing}</p>`;
    return html`<section class="part" id="part-${part}"><h3 id="heading-${part}">${words.partNumbers[part]}、${heading}</h3>
${renderParagraphs(view, prose, allowance)}${table && renderTable(view, form, table)}${empty}</section>\n`;
  });
  const links = statutoryParts.map(
    ({ part, heading }) => html`<li><a href="#part-${part}">${words.partNumbers[part]}、${heading}</a></li>`,
  );
  return html`<nav class="parts" aria-label="${words.parts}"><ol>${links}</ol></nav>${renderLegend(view)}${
    preface.length > 0 &&
    html`<section class="part preface"><h3 id="heading-0">${words.preface}</h3>${renderParagraphs(view, preface, allowance)}</section>`
  }${parts}`;
}

/** The report redrawn: parts one to six with their tables, or, before 2019, its stated figures and its prose. */
export function renderReport(view: PageView): Markup {
  const { words, report } = view;
  const form = formOf(report.template);
  if (form) return renderParts(view, form);
  const all = report.paragraphs.map((_, index) => index);
  return html`<section class="part"><h3 id="heading-legacy">${words.legacyTitle}</h3>${renderLegacy(view)}</section>
<section class="part"><h3 id="heading-prose">${words.prose}</h3>${renderParagraphs(view, all, { characters: proseAllowance })}</section>`;
}

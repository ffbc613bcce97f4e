import { html, type Markup } from "../page/html.ts";
import { verdictWords } from "../page/words.ts";
import type { AgencyRow, Entry } from "./collect.ts";
import type { OverviewWords } from "./words.ts";

/** Rows of the matrix that go on one page. */
export interface MatrixPart {
  rows: AgencyRow[];
  /** From the first agency (or region) to the last. */
  title: string;
}

/** Cells on one page at most: keeps a page far below 1 MB. */
const mostCells = 3_600;

/** Cuts the rows, which are in order of region and name, into pages; a region is not parted unless it is larger than a page. */
export function splitMatrix(rows: readonly AgencyRow[], years: number, words: OverviewWords): MatrixPart[] {
  const most = Math.max(20, Math.min(300, Math.floor(mostCells / Math.max(1, years))));
  const parts: AgencyRow[][] = [];
  let current: AgencyRow[] = [];
  for (let start = 0; start < rows.length; ) {
    let end = start + 1;
    while (end < rows.length && rows[end]!.region === rows[start]!.region) end++;
    if (current.length > 0 && current.length + end - start > most) {
      parts.push(current);
      current = [];
    }
    for (; start < end; start++) {
      if (current.length === most) {
        parts.push(current);
        current = [];
      }
      current.push(rows[start]!);
    }
  }
  if (current.length > 0) parts.push(current);
  return parts.map((part) => ({ rows: part, title: nameRange(part, words) }));
}

function nameRange(rows: readonly AgencyRow[], words: OverviewWords): string {
  const first = rows[0]!;
  const last = rows.at(-1)!;
  const [from, to] =
    first.region === last.region
      ? [first.agency, last.agency]
      : [first.region ?? words.noRegion, last.region ?? words.noRegion];
  const range = from === to ? from : `${from} – ${to}`;
  return first.region !== null && first.region === last.region ? `${first.region}：${range}` : range;
}

function renderEntry(entry: Entry | undefined, year: number, language: "zh" | "en", words: OverviewWords): Markup {
  // Nobody owes a report on an unknown year.
  if (!entry) return year === 0 ? html`<td></td>` : html`<td class="absent">${words.absent}</td>`;
  const { verdict, errors, page, withdrawn, copies } = entry;
  if (withdrawn) return html`<td class="withdrawn">${words.withdrawn}</td>`;
  const count =
    errors > 0 && html`<span class="count">${errors}<span class="unseen">（${words.errors(errors)}）</span></span>`;
  const text = html`<span aria-hidden="true">${verdictWords[language][verdict].icon}</span> ${words.verdicts[verdict]}${count}${copies > 1 && html` <small>×${words.copies(copies)}</small>`}`;
  return html`<td class="${verdict}">${page ? html`<a href="${page}">${text}</a>` : text}</td>`;
}

/** The matrix of agencies × years: in each cell the verdict as icon, word and colour, linked to the report's page. */
export function renderMatrix(
  rows: readonly AgencyRow[],
  years: readonly number[],
  language: "zh" | "en",
  words: OverviewWords,
): Markup {
  const columns = rows.some(({ entries }) => entries.has(0)) ? [...years, 0] : years;
  const withRegions = rows.some(({ region }) => region !== null);
  const body = rows.map((row, index) => {
    const starts = withRegions && (index === 0 || rows[index - 1]!.region !== row.region);
    return html`${starts && html`<tr class="region"><th scope="rowgroup" colspan="${columns.length + 1}">${row.region ?? words.noRegion}</th></tr>\n`}<tr><th scope="row" lang="zh-CN">${row.agency}</th>${columns.map((year) => renderEntry(row.entries.get(year), year, language, words))}</tr>\n`;
  });
  return html`<div class="scroll" role="group" aria-label="${words.matrix}" tabindex="0"><table class="matrix"><thead><tr><th scope="col">${words.agency}</th>${columns.map((year) => html`<th scope="col">${year === 0 ? words.yearUnknown : words.yearOf(year)}</th>`)}</tr></thead>
<tbody>${body}</tbody></table></div>`;
}

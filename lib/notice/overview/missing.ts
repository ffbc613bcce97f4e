import { html, type Markup } from "../page/html.ts";
import type { missingReports, Register } from "./collect.ts";
import type { OverviewWords } from "./words.ts";

type Missing = ReturnType<typeof missingReports>;

/** Agencies whose reports are missing, with the years. */
export function renderMissing(missing: Missing, register: Register, words: OverviewWords): Markup {
  if (missing.length === 0) return html`<p class="hint">${words.noMissing}</p>`;
  const withRegions = missing.some(({ region }) => region !== null);
  const rows = missing.map(
    ({ agency, region, years }) =>
      html`<tr>${withRegions && html`<td lang="zh-CN">${region ?? words.noRegion}</td>`}<th scope="row" lang="zh-CN">${agency}</th><td>${years.map(words.yearOf).join("、")}</td></tr>\n`,
  );
  return html`<p class="hint">${register.rostered ? words.missingRoster : words.missingGaps}</p><div class="scroll" role="group" aria-label="${words.missing}" tabindex="0"><table><thead><tr>${withRegions && html`<th scope="col">${words.region}</th>`}<th scope="col">${words.agency}</th><th scope="col">${words.years}</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}

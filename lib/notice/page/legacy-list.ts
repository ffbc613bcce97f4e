import { renderCell } from "./cell.ts";
import { html, type Markup } from "./html.ts";
import { legacyGroups } from "./legacy-labels.ts";
import type { PageView } from "./view.ts";

/** The figures that a report on 2018 or earlier states, in two columns; what it does not state is left out. */
export function renderLegacy(view: PageView): Markup {
  const { words, report, marks } = view;
  const stated = (key: string) => report.figures.has(`legacy.${key}`) || marks.has(`legacy.${key}`);
  const groups = legacyGroups
    .map(({ heading, items }) => ({ heading, items: items.filter(([key]) => stated(key)) }))
    .filter(({ items }) => items.length > 0);
  if (groups.length === 0) return html`<p class="notice">${words.legacyNothing}</p>`;
  return html`<div class="scroll" role="region" aria-labelledby="heading-legacy" tabindex="0"><table class="form legacy" aria-labelledby="heading-legacy"><thead><tr><th scope="col" class="label">${words.legacyItem}</th><th scope="col">${words.legacyValue}</th></tr></thead>
${groups.map(
  ({
    heading,
    items,
  }) => html`<tbody><tr><th scope="rowgroup" colspan="2" class="block"><span>${heading}</span></th></tr>
${items.map(([key, label]) => html`<tr><th scope="row" class="label">${label}</th>${renderCell(view, `legacy.${key}`)}</tr>`)}</tbody>`,
)}</table></div>`;
}

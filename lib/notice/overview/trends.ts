import { html, type Markup } from "../page/html.ts";
import type { Register, YearTrend } from "./collect.ts";
import { outcomeGroups, proceedingOutcomes } from "./outcomes.ts";
import { renderPlot, type Series } from "./plots.ts";
import type { OverviewWords } from "./words.ts";

interface Plot {
  id: string;
  title: string;
  years: readonly YearTrend[];
  series: Series[];
  /** Reports that each year's sums hold. */
  stated: number[];
}

const verdictColors = { consistent: "#2f8f63", incomplete: "#c77700", inconsistent: "#b3363b" };

function stack(
  trends: readonly YearTrend[],
  names: readonly string[],
  pick: (trend: YearTrend) => { sums: number[]; stated: number },
) {
  const years = trends.filter((trend) => pick(trend).stated > 0);
  const series = names.map((name, index) => ({ name, values: years.map((trend) => pick(trend).sums[index]!) }));
  return { years, series, stated: years.map((trend) => pick(trend).stated) };
}

function toPlots({ trends }: Register, words: OverviewWords): Plot[] {
  const verdicts = ["consistent", "incomplete", "inconsistent"] as const;
  const stating = trends.filter(({ applications }) => applications.stated > 0);
  const outcomes = proceedingOutcomes.map(({ label }) => label);
  return [
    {
      id: "verdicts",
      title: words.plots.verdicts,
      years: trends,
      series: verdicts.map((verdict) => ({
        name: words.verdicts[verdict],
        values: trends.map((trend) => trend.verdicts[verdict]),
        color: verdictColors[verdict],
      })),
      stated: trends.map((trend) => verdicts.reduce((sum, verdict) => sum + trend.verdicts[verdict], 0)),
    },
    {
      id: "applications",
      title: words.plots.applications,
      years: stating,
      series: [{ name: words.plots.applications, values: stating.map(({ applications }) => applications.sum) }],
      stated: stating.map(({ applications }) => applications.stated),
    },
    { id: "outcomes", title: words.plots.outcomes, ...stack(trends, outcomeGroups, (trend) => trend.outcomes) },
    {
      id: "reconsideration",
      title: words.plots.reconsideration,
      ...stack(trends, outcomes, (trend) => trend.reconsideration),
    },
    { id: "litigation", title: words.plots.litigation, ...stack(trends, outcomes, (trend) => trend.litigation) },
  ];
}

function renderFigures({ title, years, series, stated }: Plot, words: OverviewWords): Markup {
  const rows = years.map(
    ({ year }, index) =>
      html`<tr><th scope="row">${words.yearOf(year)}</th>${series.map(({ values }) => html`<td class="n">${values[index]}</td>`)}<td class="n">${stated[index]}</td></tr>`,
  );
  return html`<details><summary>${words.figures}</summary><div class="scroll" role="group" aria-label="${title}" tabindex="0"><table><thead><tr><th scope="col">${words.year}</th>${series.map(({ name }) => html`<th scope="col" class="n">${name}</th>`)}<th scope="col" class="n">${words.stated}</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

/** Trends over the years as plots, each with its figures in a table. */
export function renderTrends(register: Register, words: OverviewWords): Markup {
  const plots = toPlots(register, words).filter(({ years }) => years.length > 0);
  if (plots.length === 0) return html`<p class="hint">${words.noTrends}</p>`;
  const figures = plots.map((plot) => {
    const years = plot.years.map(({ year }) => words.yearOf(year));
    return html`<figure><figcaption>${plot.title}</figcaption>${renderPlot(plot.id, plot.title, years, plot.series)}${renderFigures(plot, words)}</figure>`;
  });
  return html`<p class="hint">${words.trendsNote}</p><div class="plots">${figures}</div>`;
}

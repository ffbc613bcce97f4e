import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { html, type Markup, trusted } from "../page/html.ts";

echarts.use([BarChart, GridComponent, LegendComponent, AriaComponent, SVGRenderer]);

/** One kind of thing counted by year. */
export interface Series {
  name: string;
  values: readonly number[];
  color?: string;
}

/** Colours that stay apart for every kind of colour vision (Okabe and Ito, darkened to 3 : 1 on white); patterns part them as well. */
const palette = ["#0072b2", "#c77700", "#008565", "#a8487d", "#3d8fbf", "#8a7a00"];
/** Stand-ins that become the page's own colours, so that plots follow light and dark. */
const standIns = { "#010203": "var(--ink)", "#010204": "var(--muted)", "#010205": "var(--line)" };

/** The SVG without what only the charting library's own script would use, and with ids of its own: the same plot, the same text. */
function tidy(svg: string, id: string): string {
  let tidied = svg.replace(/ (?:ecmeta_\w+|class|pointer-events)="[^"]*"/g, "").replace(/<style[\s\S]*?<\/style>/g, "");
  for (const [standIn, color] of Object.entries(standIns)) tidied = tidied.replaceAll(standIn, color);
  return tidied.replace(/zr\d+-/g, `${id}-`);
}

/** Stacked bars by year as an SVG element without script; its figures stand in a table beside it. `id` is unique on the page. */
export function renderPlot(id: string, label: string, years: readonly string[], series: readonly Series[]): Markup {
  const height = 300;
  const width = Math.max(420, Math.min(900, 140 + years.length * 70));
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  const text = { color: "#010203", fontFamily: "sans-serif" };
  chart.setOption({
    animation: false,
    textStyle: text,
    color: palette,
    aria: { enabled: true, label: { enabled: false }, decal: { show: series.length > 1 } },
    grid: { left: 8, right: 12, top: series.length > 1 ? 56 : 20, bottom: 4 },
    legend: {
      show: series.length > 1,
      top: 0,
      left: 0,
      itemWidth: 18,
      itemHeight: 12,
      textStyle: { ...text, fontSize: 12 },
    },
    xAxis: {
      type: "category",
      data: [...years],
      axisLabel: { ...text, hideOverlap: true },
      axisLine: { lineStyle: { color: "#010204" } },
      axisTick: { show: false },
    },
    yAxis: {
      type: "value",
      axisLabel: { ...text, color: "#010204" },
      splitLine: { lineStyle: { color: "#010205" } },
      minInterval: 1,
    },
    series: series.map(({ name, values, color }) => ({
      type: "bar",
      name,
      stack: "all",
      barMaxWidth: 46,
      data: [...values],
      itemStyle: color ? { color } : {},
      emphasis: { disabled: true },
      label: series.length === 1 ? { show: true, position: "top", ...text } : { show: false },
    })),
  });
  const svg = tidy(chart.renderToSVGString({ useViewBox: true }), id);
  chart.dispose();
  return html`<div class="plot" role="img" aria-label="${label}">${trusted(svg)}</div>`;
}

import type { CellPath } from "../../forms/form.ts";
import type { Figure } from "../../report/report.ts";
import { html, type Markup } from "./html.ts";
import type { CellMark } from "./mark-cells.ts";
import { cellId } from "./name-cell.ts";
import { describePlace, type PageView, renderBadge, shorten } from "./view.ts";

/** Findings told in one tooltip; the rest is in the list. */
const mostInTip = 3;

type State = Figure["state"] | "absent";

/** The figure as it was read, or the word for what stands in its place: a blank never looks like a zero. */
function renderFigure({ words }: PageView, figure: Figure | undefined): Markup {
  if (!figure) return html`<span class="void">${words.absent}</span>`;
  if (figure.state === "number") return html`<span class="figure">${figure.value}</span>`;
  if (figure.state === "blank") return html`<span class="void">${words.nothing}</span>`;
  const kind = figure.state === "placeholder" ? words.placeholder : words.unreadable;
  return html`<span class="figure odd">${shorten(figure.text.trim(), 24)}</span><span class="void">${kind}</span>`;
}

/** What the source prints in the cell and where, in words. */
export function describeFigure(view: PageView, figure: Figure | undefined): string {
  const { words } = view;
  if (!figure) return words.absentLong;
  const place = words.bracketed(describePlace(view, figure.location));
  if (figure.state === "blank") return `${words.blankLong}${place}`;
  const printed = `${words.printed}“${shorten(figure.text.trim(), 60)}”${place}`;
  if (figure.state === "number") return printed;
  return `${printed}${words.comma}${figure.state === "placeholder" ? words.placeholderLong : words.unreadableLong}`;
}

function renderTip(view: PageView, path: CellPath, mark: CellMark, figure: Figure | undefined): Markup {
  const { words } = view;
  const rest = mark.findings.length - mostInTip;
  return html`<span class="tip" role="tooltip" id="tip-${path}"><span class="tip-name">${view.name(path)}</span>${mark.findings
    .slice(0, mostInTip)
    .map(
      ({ number, finding }) => html`<span class="tip-line"><b>${number}</b> ${shorten(finding.message, 80)}</span>`,
    )}${rest > 0 && html`<span class="tip-line">${words.more(rest)}</span>`}${
    mark.repair !== undefined && html`<span class="tip-line tip-fix">${words.repairShort} ${mark.repair}</span>`
  }<span class="tip-source">${describeFigure(view, figure)}</span></span>`;
}

/** One cell of a form: the figure, and where a finding concerns it its mark, the proposal, and the relation on hover and focus. */
export function renderCell(view: PageView, path: CellPath, options: { span?: number } = {}): Markup {
  const figure = view.report.figures.get(path);
  const mark = view.marks.get(path);
  const state: State = figure?.state ?? "absent";
  const span = options.span && options.span > 1 ? html` colspan="${options.span}"` : null;
  const zero = figure?.value === 0 ? " zero" : "";
  const figureMarkup = renderFigure(view, figure);
  if (!mark) {
    const plain = figure?.state === "number" && figure.text.trim() === String(figure.value);
    const title = plain ? null : html` title="${describeFigure(view, figure)}"`;
    return html`<td id="${cellId(path)}" class="is-${state}${zero}"${span}${title}>${figureMarkup}</td>`;
  }
  const fix =
    mark.repair !== undefined &&
    html`<span class="fix"><span class="unseen">${view.words.repairShort}</span><span aria-hidden="true">→</span>${mark.repair}</span>`;
  return html`<td id="${cellId(path)}" class="is-${state}${zero} mark ${mark.severity}${mark.repair === undefined ? "" : " suspect"}"${span} tabindex="0" aria-describedby="tip-${path}">${figureMarkup}${fix}<span class="refs">${mark.badges.slice(0, 3).map((finding) => renderBadge(view, finding))}</span>${renderTip(view, path, mark, figure)}</td>`;
}

import type { Paragraph } from "../../report/report.ts";
import type { Passage } from "./find-passages.ts";
import { type Content, html, type Markup } from "./html.ts";
import type { NumberedFinding } from "./order-findings.ts";
import { type PageView, renderBadge } from "./view.ts";

/** The `id` of the highlighted sentence that starts at `start` of a paragraph. */
export function passageId(paragraph: number, start: number): string {
  return `text-${paragraph}-${start}`;
}

/** Cuts a paragraph at every start and end of a passage, so that overlapping ones become a row of plain pieces. */
function cut(
  text: string,
  passages: readonly Passage[],
): { start: number; end: number; within: Passage[]; closing: NumberedFinding[] }[] {
  const bounds = [...new Set([0, text.length, ...passages.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const pieces: ReturnType<typeof cut> = [];
  for (let i = 0; i + 1 < bounds.length; i++) {
    const start = bounds[i]!;
    const end = bounds[i + 1]!;
    const within = passages.filter((passage) => passage.start < end && passage.end > start);
    const closing = [...new Set(within.filter((passage) => passage.end === end).map(({ finding }) => finding))];
    pieces.push({ start, end, within, closing });
  }
  return pieces;
}

/** More passages than these in one paragraph are left plain: nobody could tell them apart. */
const mostPassages = 40;

/** Plain text on either side of a passage that is kept where the page has no room for the whole paragraph. */
const surroundings = 200;

function abridge(text: string): string {
  if (text.length <= surroundings * 2) return text;
  return `${text.slice(0, surroundings).toWellFormed()} …… ${text.slice(-surroundings).toWellFormed()}`;
}

function renderParagraph(view: PageView, paragraph: Paragraph, index: number, whole: boolean): Markup {
  const passages = (view.passages.byParagraph.get(index) ?? []).slice(0, mostPassages);
  if (passages.length === 0) return html`<p>${paragraph.text}</p>\n`;
  const starts = new Set(passages.map(({ start }) => start));
  const content: Content[] = cut(paragraph.text, passages).map(({ start, end, within, closing }) => {
    const piece = paragraph.text.slice(start, end);
    const text = whole ? piece : abridge(piece);
    if (within.length === 0) return text;
    const gravest = within.reduce((a, b) => (a.finding.number <= b.finding.number ? a : b)).finding.finding.severity;
    const id = starts.has(start) ? html` id="${passageId(index, start)}" tabindex="-1"` : null;
    return html`<mark class="${gravest}"${id}>${text}</mark>${closing.map((finding) => renderBadge(view, finding))}`;
  });
  return html`<p>${content}</p>\n`;
}

/** Renders the paragraphs of `indexes`; past the page's allowance of plain text only those with findings, the rest counted. */
export function renderParagraphs(
  view: PageView,
  indexes: readonly number[],
  allowance: { characters: number },
): Markup {
  const content: Markup[] = [];
  let omitted = 0;
  const flush = () => {
    if (omitted > 0) content.push(html`<p class="notice">${view.words.omitted(omitted)}</p>\n`);
    omitted = 0;
  };
  for (const index of indexes) {
    const paragraph = view.report.paragraphs[index]!;
    const fits = allowance.characters >= paragraph.text.length;
    if (fits) allowance.characters -= paragraph.text.length;
    if (!fits && !view.passages.byParagraph.has(index)) {
      omitted++;
      continue;
    }
    flush();
    content.push(renderParagraph(view, paragraph, index, fits));
  }
  flush();
  return html`${content}`;
}

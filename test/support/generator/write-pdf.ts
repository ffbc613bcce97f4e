import type { Grid } from "./grid.ts";
import { type PdfPage, writePdfFile } from "./pdf-file.ts";
import type { PdfFont } from "./pdf-fonts.ts";
import { type GridMetrics, layOutGrid, type PlacedCell, wrapEms } from "./pdf-grid.ts";
import { type DigitStyle, emWidth, Pen, type RuleStyle } from "./pdf-pen.ts";
import type { ReportModel } from "./report-model.ts";
import { type Script, toScript } from "./script.ts";

export interface PdfOptions {
  font?: PdfFont;
  script?: Script;
  rules?: RuleStyle;
  digits?: DigitStyle;
  /**
   * `portrait`, `landscape` by the page's box, `turned`: content turned a quarter and the page turned back by /Rotate,
   * `sideways`: upright content on a page that /Rotate shows lying.
   */
  page?: "portrait" | "landscape" | "turned" | "sideways";
  /** The table's header again on each page it continues on. */
  repeatHeader?: boolean;
  /** Pages may cut through a row; else only between rows. */
  splitRows?: boolean;
  /** Rules along the cut, above and below. */
  closeCuts?: boolean;
  tight?: boolean;
  footer?: boolean;
  /** Coloured rectangles behind headings and headers. */
  shade?: boolean;
  /** Large pale text across every page. */
  watermark?: boolean;
  /** Cells are drawn in another order than they are read. */
  shuffled?: boolean;
  compress?: boolean;
}

const margin = 56;

/** Flows a report over pages. */
class Flow {
  readonly pens: Pen[] = [];
  readonly width: number;
  readonly height: number;
  readonly #options: Required<PdfOptions>;
  y = margin;
  constructor(options: Required<PdfOptions>) {
    const isWide = options.page === "landscape" || options.page === "turned";
    this.width = isWide ? 842 : 595;
    this.height = isWide ? 595 : 842;
    this.#options = options;
    this.newPage();
  }

  get pen(): Pen {
    return this.pens.at(-1)!;
  }

  newPage(): void {
    this.pens.push(new Pen(this.height, this.#options.font));
    this.y = margin;
    if (this.#options.watermark)
      this.pen.watermark(toScript("样稿", this.#options.script), this.width / 3, this.height / 2);
    if (this.#options.footer) this.pen.text(`— ${this.pens.length} —`, this.width / 2 - 14, this.height - 30, 9);
  }

  paragraph(text: string, size: number, centred: boolean): void {
    const leading = size * 1.7;
    for (const line of wrapEms(text, (this.width - 2 * margin) / size)) {
      if (this.y + leading > this.height - margin) this.newPage();
      this.y += leading;
      const x = centred ? (this.width - emWidth(line) * size) / 2 : margin;
      this.pen.text(line, x, this.y, size);
    }
  }

  /** Draws the part of a cell that lies between two heights of its table, at the pen's place. */
  #drawPart(placed: PlacedCell, from: number, to: number, top: number, metrics: GridMetrics): void {
    const { cell, lines } = placed;
    const y1 = Math.max(placed.y, from);
    const y2 = Math.min(placed.y + placed.height, to);
    const isCut = y1 > placed.y || y2 < placed.y + placed.height;
    const x = margin + placed.x;
    const isHead = cell.role === "header" || cell.role === "heading";
    if (this.#options.shade && isHead) this.pen.shade(x, top + y1 - from, placed.width, y2 - y1);
    this.#outline(x, top + y1 - from, placed.width, y2 - y1, y1 > placed.y, y2 < placed.y + placed.height);
    const block = lines.length * metrics.leading;
    // A cell that a page cuts starts at its top and flows on; a whole one stands in the middle of its height.
    const start = isCut ? placed.y + metrics.padding : placed.y + (placed.height - block) / 2;
    lines.forEach((line, i) => {
      const at = start + i * metrics.leading;
      const centre = at + metrics.leading / 2;
      if (line === "" || centre < y1 || centre >= y2) return;
      const baseline = top + at - from + metrics.leading * 0.5 + metrics.size * 0.36;
      if (cell.role === "figure")
        this.pen.figure(line, x + placed.width / 2, baseline, metrics.size, this.#options.digits);
      else this.pen.text(line, x + (placed.width - emWidth(line) * metrics.size) / 2, baseline, metrics.size);
    });
  }

  #outline(x: number, y: number, width: number, height: number, cutAbove: boolean, cutBelow: boolean): void {
    const { rules, closeCuts } = this.#options;
    if (rules === "cell-rects") this.pen.rectangle(x, y, width, height);
    if (!cutAbove || closeCuts) this.pen.rule(x, y, x + width, y, rules);
    if (!cutBelow || closeCuts) this.pen.rule(x, y + height, x + width, y + height, rules);
    this.pen.rule(x, y, x, y + height, rules);
    this.pen.rule(x + width, y, x + width, y + height, rules);
  }

  grid(grid: Grid, metrics: GridMetrics): void {
    const placed = layOutGrid(grid, metrics);
    const end = placed.edges.at(-1)!;
    const header = placed.cells.filter((placedCell) => placedCell.cell.row < grid.headerRows);
    this.y += 6;
    if (this.height - margin - this.y < placed.edges[Math.min(grid.headerRows + 1, grid.rows)]!) this.newPage();
    let from = 0;
    while (from < end) {
      const isNext = from > 0 && this.#options.repeatHeader;
      if (isNext) for (const cell of header) this.#drawPart(cell, 0, placed.headerHeight, this.y, metrics);
      const top = this.y + (isNext ? placed.headerHeight : 0);
      const to = this.#cutAt(placed.edges, from, this.height - margin - top, metrics);
      for (const cell of this.#options.shuffled ? placed.cells.toReversed() : placed.cells)
        if (cell.y < to && cell.y + cell.height > from) this.#drawPart(cell, from, to, top, metrics);
      this.y = top + to - from;
      from = to;
      if (from < end) this.newPage();
    }
    this.y += 6;
  }

  /** The height at which the table is cut so that the rest fits: between two rows, or between two lines of a row. */
  #cutAt(edges: readonly number[], from: number, room: number, metrics: GridMetrics): number {
    const end = edges.at(-1)!;
    if (end - from <= room) return end;
    const edge = edges.findLast((y) => y > from && y - from <= room) ?? end;
    const next = edges.find((y) => y > edge) ?? end;
    const lines = Math.floor((from + room - edge - metrics.padding) / metrics.leading);
    const isTall = next - edge >= 3 * metrics.leading;
    if (!this.#options.splitRows || !isTall || lines < 1) return edge;
    return edge + metrics.padding + lines * metrics.leading;
  }
}

const defaults: Required<PdfOptions> = {
  font: "gbk",
  script: "simplified",
  rules: "rects",
  digits: "whole",
  page: "portrait",
  repeatHeader: false,
  splitRows: false,
  closeCuts: true,
  tight: false,
  footer: false,
  shade: false,
  watermark: false,
  shuffled: false,
  compress: true,
};

/** Writes a report as a PDF in hand-written syntax: thousands in a second, every layout a typesetter makes. */
export function writePdf(model: ReportModel, given: PdfOptions = {}): Uint8Array {
  const options = { ...defaults, ...given };
  const flow = new Flow(options);
  const size = options.tight ? 8 : 9;
  const metrics: GridMetrics = {
    width: flow.width - 2 * margin,
    size,
    leading: size * 1.25,
    padding: options.tight ? 2 : 3,
    stretch: options.digits === "spaced" ? (0.5 * size + 1.5) / (0.5 * size) : 1,
    labels: options.tight ? [3, 6, 12] : [2.6, 5, 11],
  };
  for (const block of model.blocks) {
    if (block.kind === "table") {
      const cells = block.grid.cells.map((cell) => ({ ...cell, text: toScript(cell.text, options.script) }));
      flow.grid({ ...block.grid, cells }, metrics);
    } else {
      const text = toScript(block.text, options.script);
      flow.paragraph(
        block.kind === "paragraph" ? `　　${text}` : text,
        block.kind === "title" ? 16 : 11,
        block.kind === "title",
      );
    }
  }
  const pages = flow.pens.map((pen): PdfPage => {
    const content = pen.operators.join("\n");
    if (options.page === "turned")
      return {
        content: `q 0 1 -1 0 ${flow.height} 0 cm\n${content}\nQ`,
        width: flow.height,
        height: flow.width,
        rotate: 90,
      };
    return { content, width: flow.width, height: flow.height, rotate: options.page === "sideways" ? 90 : 0 };
  });
  return writePdfFile(pages, options.font, options.compress);
}

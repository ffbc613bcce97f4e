import type { Statistics } from "../../../lib/report/report.ts";
import { type Encoding, encodeText } from "./encode.ts";
import type { FigureStyle } from "./figure-text.ts";
import { type FormTemplate, generateFigures } from "./figures.ts";
import { cellDresses } from "./html-cell.ts";
import type { PdfFont } from "./pdf-fonts.ts";
import { createRandom, type Random } from "./random.ts";
import { generateReport, type ReportModel, type ReportOptions } from "./report-model.ts";
import { type Script, toScript } from "./script.ts";
import { titleKinds } from "./title.ts";
import { type HtmlOptions, writeHtmlBytes } from "./write-html.ts";
import { type PdfOptions, writePdf } from "./write-pdf.ts";
import { type TextLayout, textLayouts, writeText } from "./write-text.ts";

/** A report in one of its carriers: the bytes, what they must be read as, and how they were made. */
export interface Case {
  name: string;
  bytes: Uint8Array;
  agency: string;
  year: number;
  template: FormTemplate;
  statistics: Statistics;
  /** Every choice that was made, for the message of a failing test. */
  choices: Record<string, unknown>;
}

export const carriers = [
  ...textLayouts.map((layout) => `text/${layout}` as const),
  "html",
  "html/one-table",
  "pdf/ruled",
  "pdf/unruled",
] as const;
export type Carrier = (typeof carriers)[number];

const placeholders = ["/", "\\", "-", "—", "——", "·", "无", "空", "不适用"];

/** Layouts that lose what stands in a blank cell: nobody could tell which figure is missing. */
const losesBlanks = (carrier: Carrier) => carrier === "text/spaced" || carrier === "text/stacked";
/** Layouts in which long figures would run into their neighbours. */
const isNarrow = (carrier: Carrier) => carrier === "pdf/unruled";

function chooseFigures(random: Random, carrier: Carrier): Partial<FigureStyle> {
  const blank = losesBlanks(carrier);
  return {
    digits: random.chance(0.15) ? "full-width" : "ascii",
    thousands: random.chance(0.25),
    units: random.chance(0.2),
    zero: blank || random.chance(0.75) ? "0" : random.pick(["", ...placeholders]),
    blank: random.chance(0.7) ? "" : random.pick(placeholders),
    change: random.pick(["sign", "plus", "words", "full-width", "minus-sign"]),
    money: random.pick(["official", "official", "header", "cell", "none"]),
    moneyUnit: random.pick(["万元", "万元", "元", "亿元"]),
  };
}

function chooseReport(random: Random, carrier: Carrier): ReportOptions {
  const template = random.pick(["2019", "2021"] as const);
  const size = isNarrow(carrier)
    ? random.pick(["small", "medium"] as const)
    : random.pick(["none", "small", "medium", "medium", "large"] as const);
  const blanks = losesBlanks(carrier) || random.chance(0.7) ? 0 : random.pick([0.02, 0.3]);
  return {
    template,
    statistics: generateFigures(random.integer(0, 2 ** 30), { template, size, blanks }),
    title: random.chance(0.5) ? "plain" : random.pick(titleKinds),
    headings: random.pick(["comma", "comma", "dot", "bracket", "part", "arabic", "none"] as const),
    strange: random.pick([0, 0, 0.3, 0.8]),
    partSix: random.chance(0.9),
    grids: {
      disclosure: random.chance(0.3) ? "several" : "one",
      applications: random.chance(0.15) ? "flat" : "official",
      lowTotal: random.chance(0.1),
      // Parted by single spaces the filler cell leaves no trace: nobody could tell the columns apart.
      subtotal: random.chance(0.08) && carrier !== "text/spaced",
      brackets: random.chance(0.4) ? "ascii" : "full-width",
      unknownRow: random.chance(0.1),
    },
    figures: chooseFigures(random, carrier),
  };
}

/** An encoding that can hold the script; UTF-16 without a mark and Big5 among them. */
function chooseEncoding(random: Random, script: Script): Encoding {
  const isBig5 = script === "taiwan" || script === "converted";
  const some: Encoding[] = [
    "utf-8",
    "utf-8",
    "utf-8-bom",
    "gb18030",
    "utf-16le-bom",
    "utf-16be-bom",
    "utf-16le",
    "utf-16be",
  ];
  return random.pick(isBig5 ? [...some, "big5", "big5"] : some);
}

const chooseScript = (random: Random): Script =>
  random.chance(0.6) ? "simplified" : random.pick(["traditional", "taiwan", "converted", "plain"]);

function makeText(model: ReportModel, random: Random, layout: TextLayout) {
  const script = chooseScript(random);
  const encoding = chooseEncoding(random, script);
  const lineEnd = random.pick(["\n", "\n", "\r\n", "\r"] as const);
  const options = {
    layout,
    lineEnd,
    noise: random.chance(0.3),
    brokenHeaders: random.chance(0.3),
    pages: random.chance(0.3),
    indent: random.chance(0.2),
  };
  const text = toScript(writeText(model, options), script);
  const bytes = encodeText(text, encoding);
  return { bytes, choices: { script, encoding, ...options }, extension: layout === "csv" ? "csv" : "txt" };
}

function makeHtml(model: ReportModel, random: Random, oneTable: boolean) {
  const script = chooseScript(random);
  const encoding = chooseEncoding(random, script);
  const options: HtmlOptions = {
    table: {
      cell: random.pick(cellDresses),
      head: random.pick(["none", "none", "thead", "th"] as const),
      vertical: random.pick(["none", "none", "br", "writing-mode"] as const),
      omitEndTags: random.chance(0.15),
      repeatHeader: random.chance(0.15),
      wideSpans: random.chance(0.15),
      hidden: random.chance(0.15),
      spans: random.chance(0.15) ? "expanded" : "merged",
    },
    page: random.pick(["bare", "site", "word"] as const),
    layoutTables: random.chance(0.25),
    oneTable,
    minified: random.chance(0.2),
    script,
    ...(random.chance(0.25) ? { declared: random.pick(["utf-8", "gb2312", "iso-8859-1", null]) } : {}),
  };
  const bytes = writeHtmlBytes(model, options, encoding);
  return { bytes, choices: { encoding, ...options }, extension: random.pick(["html", "htm"]) };
}

function makePdf(model: ReportModel, random: Random, ruled: boolean) {
  const script: Script = random.chance(0.8) ? "simplified" : "taiwan";
  const font: PdfFont = script === "taiwan" ? "cns" : random.pick(["gbk", "ucs2", "utf16"] as const);
  const options: PdfOptions = {
    script,
    font,
    rules: ruled ? random.pick(["strokes", "rects", "cell-rects"] as const) : "none",
    digits: random.pick(["whole", "whole", "apart", "kerned", "spaced", "twice", "helvetica"] as const),
    page: random.pick(["portrait", "portrait", "landscape", "turned", "sideways"] as const),
    repeatHeader: random.chance(0.4),
    splitRows: ruled && random.chance(0.4),
    closeCuts: random.chance(0.6),
    tight: ruled && random.chance(0.3),
    footer: random.chance(0.5),
    compress: random.chance(0.8),
    shade: random.chance(0.25),
    watermark: random.chance(0.1),
    shuffled: random.chance(0.15),
  };
  return { bytes: writePdf(model, options), choices: { ...options }, extension: "pdf" };
}

/** Makes the case of a seed: figures, report, carrier and every choice among the variants follow from it. */
export function makeCase(carrier: Carrier, seed: number): Case {
  const random = createRandom(seed).fork(carrier);
  const report = chooseReport(random.fork("options"), carrier);
  const model = generateReport(random.integer(0, 2 ** 30), report);
  const [family, kind] = carrier.split("/") as [string, string | undefined];
  const choose = random.fork("carrier");
  const made =
    family === "text"
      ? makeText(model, choose, kind as TextLayout)
      : family === "html"
        ? makeHtml(model, choose, kind === "one-table")
        : makePdf(model, choose, kind === "ruled");
  const { agency, year, template, statistics } = model;
  const { statistics: _, ...choices } = report;
  return {
    name: `${carrier.replace("/", "-")}-${seed}.${made.extension}`,
    bytes: made.bytes,
    agency,
    year,
    template,
    statistics,
    choices: { ...choices, ...made.choices },
  };
}

/** Remakes the committed PDFs of real typesetters: `node test/support/make-pdf-fixtures.ts [NAME]`. Needs chromium, LibreOffice and qpdf. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateFigures } from "./generator/figures.ts";
import { exportWithLibreOffice, packPdf, printWithChromium } from "./generator/print-pdf.ts";
import { generateReport, type ReportModel, type ReportOptions } from "./generator/report-model.ts";
import { type HtmlOptions, writeHtmlBytes } from "./generator/write-html.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "typeset");
const css =
  "*{font-weight:normal!important}body{font-family:'Noto Sans CJK SC',sans-serif;font-size:12px;margin:0} td,th{font-size:10px;text-align:center;padding:2px;font-weight:normal} h1{font-size:16px} table{width:100%}";
const landscape = "@page{size:A4 landscape}";
const bare = "table,td,th{border:0!important}";
const lines = "td,th{border:1px solid #000}";

interface Fixture {
  name: string;
  report: Partial<ReportOptions> & { size: "small" | "medium" | "large" };
  html: HtmlOptions;
  by: "chromium" | "libreoffice" | "word";
  /** With the date, title, address and page number that browsers print on every page. */
  headers?: boolean;
}

const fixtures: Fixture[] = [
  { name: "chromium-owner-password", report: { size: "medium" }, html: { css }, by: "chromium" },
  {
    name: "chromium-thead-repeated",
    report: { size: "large" },
    html: { css, table: { head: "thead" } },
    by: "chromium",
  },
  {
    name: "chromium-digit-spans",
    report: { size: "large", figures: { thousands: true } },
    html: { css: `${css}td span{letter-spacing:1px}`, table: { cell: "digit-spans" } },
    by: "chromium",
  },
  { name: "chromium-zeros-blank", report: { size: "small", figures: { zero: "" } }, html: { css }, by: "chromium" },
  {
    name: "chromium-separate-borders",
    report: { size: "medium" },
    html: { css: `${css}table{border-collapse:separate!important;border-spacing:2px}${lines}` },
    by: "chromium",
  },
  {
    name: "chromium-no-borders",
    report: { size: "medium" },
    html: { css: `${css}table,td,th{border:0!important}` },
    by: "chromium",
  },
  {
    name: "chromium-landscape-stacked",
    report: { size: "medium" },
    html: { css: css + landscape, table: { vertical: "br" } },
    by: "chromium",
  },
  {
    name: "chromium-landscape-vertical",
    report: { size: "small", template: "2019" },
    html: { css: css + landscape, table: { vertical: "writing-mode" } },
    by: "chromium",
  },
  {
    name: "chromium-paragraphs-2019",
    report: { size: "large", template: "2019", figures: { units: true } },
    html: { css, table: { cell: "paragraph-span" } },
    by: "chromium",
  },
  { name: "libreoffice-page", report: { size: "medium" }, html: { css }, by: "libreoffice" },
  {
    name: "libreoffice-page-thead-2019",
    report: { size: "large", template: "2019" },
    html: { css, table: { head: "thead" } },
    by: "libreoffice",
  },
  {
    name: "libreoffice-word",
    report: { size: "large", figures: { zero: "" } },
    html: { css, table: { head: "thead" } },
    by: "word",
  },
  {
    name: "libreoffice-word-2019",
    report: { size: "small", template: "2019" },
    html: { css, page: "word" },
    by: "word",
  },
  {
    name: "chromium-horizontal-rules",
    report: { size: "large", figures: { thousands: true, zero: "" } },
    html: {
      css: `${css}table{border:0!important}td,th{border:0;border-bottom:1px solid #999;padding:0 1px}`,
      table: { head: "thead" },
    },
    by: "chromium",
  },
  {
    name: "chromium-boxed-figures-2019",
    report: { size: "medium", template: "2019" },
    html: { css: `${css}table{border:0!important}td{border:0}td:nth-last-child(-n+7){border:1px dashed #888}` },
    by: "chromium",
  },
  {
    name: "chromium-headers-over-tables",
    report: { size: "medium" },
    html: { css: `${css}${bare}@page{margin:0}`, table: { head: "th" } },
    by: "chromium",
    headers: true,
  },
];

function typeset({ by, html, headers = false }: Fixture, model: ReportModel): Uint8Array {
  const page = writeHtmlBytes(model, html, "utf-8");
  return by === "chromium" ? printWithChromium(page, headers) : exportWithLibreOffice(page, by === "word");
}

function save(name: string, pdf: Uint8Array, { agency, year, template, statistics }: ReportModel): void {
  writeFileSync(join(folder, `${name}.pdf`), pdf);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ agency, year, template, statistics })}\n`);
  console.log(`${name}.pdf ${pdf.length}`);
}

mkdirSync(folder, { recursive: true });
const only = process.argv[2];
fixtures.forEach((fixture, index) => {
  if (only && fixture.name !== only) return;
  const { size, template = "2021", ...options } = fixture.report;
  const statistics = generateFigures(300 + index, { template, size });
  const model = generateReport(300 + index, { brief: true, ...options, template, statistics });
  const pdf = typeset(fixture, model);
  // An owner's password forbids copying, but the file opens without one.
  const protection = fixture.name.endsWith("owner-password") ? ["--encrypt", "", "owner", "256", "--"] : [];
  save(fixture.name, packPdf(pdf, ...protection), model);
});

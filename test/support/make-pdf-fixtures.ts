/** Remakes the committed PDFs of real typesetters: `node test/support/make-pdf-fixtures.ts`. Needs chromium, LibreOffice and qpdf. */
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
const lines = "td,th{border:1px solid #000}";

interface Fixture {
  name: string;
  report: Partial<ReportOptions> & { size: "small" | "medium" | "large" };
  html: HtmlOptions;
  by: "chromium" | "libreoffice" | "word";
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
];

function typeset({ by, html }: Fixture, model: ReportModel): Uint8Array {
  const page = writeHtmlBytes(model, html, "utf-8");
  return by === "chromium" ? printWithChromium(page) : exportWithLibreOffice(page, by === "word");
}

function save(name: string, pdf: Uint8Array, { agency, year, template, statistics }: ReportModel): void {
  writeFileSync(join(folder, `${name}.pdf`), pdf);
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ agency, year, template, statistics })}\n`);
  console.log(`${name}.pdf ${pdf.length}`);
}

mkdirSync(folder, { recursive: true });
fixtures.forEach((fixture, index) => {
  const { size, template = "2021", ...options } = fixture.report;
  const statistics = generateFigures(300 + index, { template, size });
  const model = generateReport(300 + index, { brief: true, ...options, template, statistics });
  const pdf = typeset(fixture, model);
  // An owner's password forbids copying, but the file opens without one.
  const protection = fixture.name.endsWith("owner-password") ? ["--encrypt", "", "owner", "256", "--"] : [];
  save(fixture.name, packPdf(pdf, ...protection), model);
});

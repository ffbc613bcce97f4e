import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { encodeText } from "../test/support/generator/encode.ts";
import { generateFigures } from "../test/support/generator/figures.ts";
import { generateReport, type ModelBlock, type ReportModel } from "../test/support/generator/report-model.ts";
import { toScript } from "../test/support/generator/script.ts";
import { writeHtmlBytes } from "../test/support/generator/write-html.ts";
import { writePdf } from "../test/support/generator/write-pdf.ts";
import { writeText } from "../test/support/generator/write-text.ts";

/** A file to be measured, with what it stands for. */
export interface Input {
  name: string;
  bytes: Uint8Array;
}

const statistics = generateFigures(7, { template: "2021", size: "medium" });

/** A sound report of the form of 2021; `kilobytes` (UTF-8) of prose are reached by further reports' sentences. */
export function modelReport(kilobytes = 0, seed = 1): ReportModel {
  const model = generateReport(seed, { template: "2021", statistics, year: 2023 });
  const extra: ModelBlock[] = [];
  let bytes = 0;
  for (let other = seed + 1; bytes < kilobytes * 1000; other++) {
    for (const block of generateReport(other, { template: "2021", statistics, year: 2023 }).blocks) {
      // One introduction names one body and one year.
      if (block.kind !== "paragraph" || block.text.includes("本报告") || bytes >= kilobytes * 1000) continue;
      extra.push(block);
      bytes += block.text.length * 3;
    }
  }
  const last = model.blocks.findIndex((block) => block.kind === "table");
  return { ...model, blocks: [...model.blocks.slice(0, last - 1), ...extra, ...model.blocks.slice(last - 1)] };
}

/** Every cell in a word processor's clothes, as an export of Word has them. */
function wordPage(): Uint8Array {
  const model = modelReport(4);
  return writeHtmlBytes(model, { page: "word", table: { cell: "word" } }, "utf-8");
}

/** A printed report of about `pages` pages. */
export function pdfOfPages(pages: number): Uint8Array {
  // Tables and the least prose take four pages, each further one 3.4 KB of prose.
  return writePdf(modelReport(Math.max(0, pages - 4) * 3.55));
}

/** A report as plain text with `kilobytes` of further prose. */
export const textReport = (kilobytes: number): Uint8Array =>
  encodeText(writeText(modelReport(kilobytes), { layout: "bars" }), "utf-8");

/** One file of several reports one after the other, with another body each. */
export function severalReports(count: number): Uint8Array {
  const texts = Array.from({ length: count }, (_, at) => writeText(modelReport(0, at * 11 + 1), { layout: "bars" }));
  return encodeText(texts.join("\n\n"), "utf-8");
}

/** The inputs that gouji is measured with, made anew from seeds on every call. */
export function makeInputs(): Record<"word" | "plain" | "traditional" | "simplified" | "pdf" | "print", Input> {
  const plain = writeHtmlBytes(modelReport(1), { page: "bare", table: { head: "thead" } }, "utf-8");
  const prose = writeText(modelReport(77), { layout: "bars" });
  return {
    word: { name: "HTML of a word processor", bytes: wordPage() },
    plain: { name: "plain HTML, thead", bytes: plain },
    traditional: { name: "traditional text, 80 KB", bytes: encodeText(toScript(prose, "traditional"), "utf-8") },
    simplified: { name: "simplified text", bytes: textReport(10) },
    pdf: { name: "PDF, 18 pages", bytes: pdfOfPages(18) },
    print: { name: "PDF, short", bytes: writePdf(modelReport(2)) },
  };
}

/** Real files beside the checkout, where they are: GOUJI_SHARED or ../shared. */
export function sharedInputs(kind: "html" | "pdf" | "txt"): Input[] {
  const files = {
    html: ["samples/report.html", "samples/report_plain_thead.html"],
    pdf: ["samples/a1-chromium-word.pdf", "samples/b1-libreoffice-docx-repeat.pdf"],
    txt: ["seeds/002_b1c07f7896153f82.txt", "seeds/004_c04978ea7ee6ff4b.txt"],
  }[kind];
  return files.flatMap((file) => {
    const path = join(process.env["GOUJI_SHARED"] ?? "../shared", file);
    return existsSync(path) ? [{ name: file.split("/").at(-1)!, bytes: new Uint8Array(readFileSync(path)) }] : [];
  });
}

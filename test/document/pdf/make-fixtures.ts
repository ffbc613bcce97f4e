/** Makes test/fixtures/pdf anew with Debian's chromium and LibreOffice: `node test/document/pdf/make-fixtures.ts`. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const fixtures = join(import.meta.dirname, "../../fixtures/pdf");
const folder = mkdtempSync(join(tmpdir(), "fixtures-"));

const labels = [
  "一、新收",
  "二、上年结转",
  "（一）公开",
  "1.国家不公开",
  "2.第三方不公开不公开不公开",
  "3.其他",
  "（二）总计",
  "四、结转下年",
];
const headings = ["国家", "第三方", "其他", "总计"];

/** Invented figures; every fifth is nothing. */
function toFigures(seed: number): string[][] {
  return labels.map((_, row) =>
    headings.map((_, column) => ((row + column) % 5 === 4 ? "" : String((seed * (row * 7 + column * 13 + 3)) % 98765))),
  );
}

interface Layout {
  style?: string;
  /** Whether the header is one that browsers and word processors repeat. */
  repeats?: boolean;
  office?: "docx" | "odt";
}

function toHtml(figures: string[][], { style = "", repeats = false, office }: Layout): string {
  const cells = (row: number) => figures[row]!.map((text) => `<td class=n>${text}</td>`).join("");
  const rows = labels.map((label, row) => {
    const group = row === 2 ? "<td rowspan=5 class=g>三、上年公开</td>" : "";
    return `<tr>${group}<td colspan=${row < 2 || row === 7 ? 2 : 1}>${label}</td>${cells(row)}</tr>`;
  });
  const head = `<tr><td rowspan=2 colspan=2>（第三方）</td><td colspan=3>国家</td><td rowspan=2>总计</td></tr><tr>${headings
    .slice(0, 3)
    .map((text) => `<td>${text}</td>`)
    .join("")}</tr>`;
  const body = repeats ? `<thead>${head}</thead><tbody>${rows.join("")}</tbody>` : head + rows.join("");
  const table = office ? '<table border=1 cellspacing=0 cellpadding=2 width="100%">' : "<table>";
  const css = `@page{size:A6;margin:12mm}body{font-family:"Noto Sans CJK SC";font-size:10pt}table{border-collapse:collapse;width:100%;font-size:8pt}td{border:1px solid #000;text-align:center;padding:4px;height:26px}${style}`;
  return `<!doctype html><meta charset=utf-8><style>${css}</style><h3>国家公开年</h3><p>一、上年结转不公开</p>${table}${body}</table><p>四、其他</p>`;
}

const layouts: Record<string, Layout> = {
  "chromium-cut-rows": {
    style: "@page{size:74mm 105mm;margin:6mm}h3,p{margin:0}td{word-break:break-all;height:52px}td.n{width:20px}",
  },
  "chromium-repeated-header-dotted": {
    style: "@page{size:74mm 105mm;margin:6mm}td{border:1px dotted #555;height:40px}",
    repeats: true,
  },
  "chromium-coloured-cells-only": {
    style: "table{border-collapse:separate;border-spacing:1px;background:#000}td{border:none;background:#fff}",
  },
  "chromium-no-rules-blank-cells": {
    style: "@page{size:74mm 105mm;margin:6mm}td{border:none;height:auto} td.n{text-align:right}",
  },
  "chromium-vertical-label-landscape": {
    style: "@page{size:105mm 74mm;margin:6mm}td.g{writing-mode:vertical-rl}",
    repeats: true,
  },
  "chromium-double-borders": {
    style: "table{border-collapse:separate;border:3px double #000;border-spacing:2px}td{border:1px solid #666}",
  },
  "libreoffice-docx": { office: "docx", repeats: true },
};

for (const [index, [name, layout]] of Object.entries(layouts).entries()) {
  const figures = toFigures(97 + index * 31);
  const html = join(folder, `${name}.html`);
  writeFileSync(html, toHtml(figures, layout));
  if (layout.office) {
    const convert = (...args: string[]) =>
      execFileSync("soffice", [`-env:UserInstallation=file://${folder}/office`, "--headless", ...args], {
        cwd: folder,
        stdio: "ignore",
      });
    convert("--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", html);
    convert("--convert-to", "pdf", join(folder, `${name}.docx`));
  } else {
    execFileSync(
      "chromium",
      ["--headless", "--no-sandbox", "--no-pdf-header-footer", `--print-to-pdf=${folder}/${name}.pdf`, html],
      { stdio: "ignore" },
    );
  }
  copyFileSync(join(folder, `${name}.pdf`), join(fixtures, `${name}.pdf`));
  const rows = labels.map((label, row) => ({ label, figures: figures[row] }));
  writeFileSync(join(fixtures, `${name}.json`), `${JSON.stringify(rows, null, 1)}\n`);
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { labelKey } from "../../../lib/chinese/fold.ts";
import type { Block, TableBlock } from "../../../lib/document/document.ts";
import { readPdf } from "../../../lib/document/pdf/read-pdf.ts";
import { figureRows } from "./read-figures.ts";
import { grid, line, scan, text, writePdf } from "./write-pdf.ts";

const read = (bytes: Uint8Array) => readPdf(bytes, { timeLimit: 60_000, inProcess: true });
const tablesOf = (blocks: Block[]) => blocks.filter((block) => block.kind === "table");
const textsOf = (blocks: Block[]) => blocks.flatMap((block) => (block.kind === "text" ? [block.text] : []));
const rowsOf = (table: TableBlock) =>
  Array.from({ length: table.rows }, (_, row) =>
    table.cells.filter((cell) => cell.row === row).map((cell) => cell.text.replaceAll("\n", "")),
  );
const sentence = "全县各单位按要求公布信息并随时更新过时内容办事指南逐条核对";
const prose = (y: number, rows = 3) =>
  Array.from({ length: rows }, (_, row) => text(57, y - 20 * row, sentence + sentence.slice(0, 19))).join("");

describe("fixtures made by browsers and word processors", () => {
  const folder = join(import.meta.dirname, "../../fixtures/pdf");
  const names = readdirSync(folder).flatMap((file) => (file.endsWith(".pdf") ? [file.slice(0, -4)] : []));
  it.each(names)("%s", async (name) => {
    const { blocks, notes } = await read(new Uint8Array(readFileSync(join(folder, `${name}.pdf`))));
    const expected: { label: string; figures: string[] }[] = JSON.parse(
      readFileSync(join(folder, `${name}.json`), "utf8"),
    );
    expect(notes).toEqual([]);
    expect(tablesOf(blocks)).toHaveLength(1);
    const rows = figureRows(blocks, 4);
    expect(rows.map(({ figures }) => figures)).toEqual(expected.map(({ figures }) => figures));
    for (const [index, { label }] of expected.entries()) expect(rows[index]!.label).toContain(labelKey(label));
    expect(textsOf(blocks)).toEqual(["国家公开年", "一、上年结转不公开", "四、其他"]);
  });
});

describe("tables over page breaks", () => {
  const xs = [57, 200, 260, 320];
  const rows = (first: number, texts: string[][], bottom: number) =>
    texts
      .map((row, index) => row.map((cell, column) => text(xs[column]! + 4, first - 30 * index, cell)).join(""))
      .join("") + text(57, bottom, "");

  it("a number cut by the break is one number, a label one label", async () => {
    const narrow = [57, 200, 216, 300];
    const top =
      grid(narrow, [120, 90, 60]) +
      text(60, 100, "1.第一项") +
      text(203, 100, "5") +
      text(230, 100, "8") +
      text(60, 75, "2.要求确认或者重新出具已经") +
      text(203, 75, "47") +
      text(230, 75, "3");
    const rest =
      grid(narrow, [800, 770, 740]) +
      text(60, 785, "获取信息") +
      text(203, 785, "6") +
      text(60, 755, "3.第三项") +
      text(203, 755, "0") +
      text(230, 755, "2");
    const [table] = tablesOf((await read(writePdf([prose(700) + top, rest]))).blocks);
    expect(rowsOf(table!)).toEqual([
      ["1.第一项", "5", "8"],
      ["2.要求确认或者重新出具已经获取信息", "476", "3"],
      ["3.第三项", "0", "2"],
    ]);
    expect(table!.cells.find((cell) => cell.text === "0")!.location.page).toBe(2);
  });

  it("two whole rows stay two rows", async () => {
    const top =
      grid(xs, [120, 90, 60]) +
      rows(
        100,
        [
          ["1.甲", "5", "8"],
          ["2.乙", "4", "7"],
        ],
        0,
      );
    const rest =
      grid(xs, [800, 770, 740]) +
      rows(
        780,
        [
          ["3.丙", "6", "1"],
          ["4.丁", "", "2"],
        ],
        0,
      );
    const [table, ...others] = tablesOf((await read(writePdf([prose(700) + top, rest]))).blocks);
    expect(others).toEqual([]);
    expect(rowsOf(table!)).toEqual([
      ["1.甲", "5", "8"],
      ["2.乙", "4", "7"],
      ["3.丙", "6", "1"],
      ["4.丁", "", "2"],
    ]);
  });

  it("missing outer rules, a repeated header and page numbers between", async () => {
    const header = ["项目", "数量", "合计"];
    const page = (number: number) => text(290, 30, `- ${number} -`);
    const top =
      grid(xs, [150, 120, 90, 60], [true, false]) + rows(130, [header, ["1.甲", "5", "8"], ["2.乙", "4", "7"]], 0);
    const rest = grid(xs, [800, 770, 740], [false, true]) + rows(780, [header, ["3.丙", "6", "1"]], 0);
    const { blocks } = await read(
      writePdf([prose(700) + top + page(1), rest + page(2) + prose(600), prose(700) + page(3)]),
    );
    expect(rowsOf(tablesOf(blocks)[0]!)).toEqual([header, ["1.甲", "5", "8"], ["2.乙", "4", "7"], ["3.丙", "6", "1"]]);
    expect(textsOf(blocks).join()).not.toMatch(/- \d -/);
  });
});

describe("text", () => {
  it("joins the lines of a paragraph, over a page break as well, and says where each begins", async () => {
    const full = sentence + sentence.slice(0, 19);
    const first = text(77, 700, full.slice(0, 46)) + text(57, 680, full) + text(57, 660, full);
    const { blocks } = await read(
      writePdf([prose(800) + first, text(57, 790, full) + text(57, 770, "到此为止。") + text(77, 750, "另一段。")]),
    );
    const last = blocks.at(-2)!;
    expect(last.kind === "text" && last.text).toBe(`${full.slice(0, 46)}${full}${full}${full}到此为止。`);
    expect(last.kind === "text" && last.breaks!.map(([, place]) => [place.page, place.line])).toEqual([
      [1, 5],
      [1, 6],
      [2, 1],
      [2, 2],
    ]);
  });

  it("leaves out what nobody sees on a table: undrawn text, text painted over, a watermark", async () => {
    const xs = [57, 200, 260];
    const hidden = `3 Tr\n${text(205, 105, "99")}0 Tr\n`;
    const covered = `${text(205, 75, "88")}1 1 1 rg 57 60 203 60 re f 0 0 0 rg\n`;
    const mark = `BT /F1 30 Tf 0.7 0.7 -0.7 0.7 150 60 Tm <5185 90E8> Tj ET\n`.replaceAll(" 90E8", "90E8");
    const table =
      grid(xs, [120, 90, 60]) + text(60, 100, "甲") + text(230, 100, "1") + text(60, 70, "乙") + text(230, 70, "2");
    const { blocks } = await read(writePdf([prose(700) + covered + table + hidden + mark]));
    expect(rowsOf(tablesOf(blocks)[0]!)).toEqual([
      ["甲", "1"],
      ["乙", "2"],
    ]);
    expect(textsOf(blocks).join()).not.toMatch(/内部|88|99/);
  });

  it("takes figures in white for blank cells, but on coloured ground", async () => {
    const xs = [57, 200, 260];
    const white = (content: string) => `1 1 1 rg\n${content}0 0 0 rg\n`;
    const ground = "0 0 0.6 rg 201 61 58 28 re f 0 0 0 rg\n";
    const table = grid(xs, [120, 90, 60]) + text(60, 100, "甲") + white(text(230, 100, "5")) + text(60, 70, "乙");
    const { blocks } = await read(writePdf([prose(700) + table + ground + white(text(230, 70, "2"))]));
    expect(rowsOf(tablesOf(blocks)[0]!)).toEqual([
      ["甲", ""],
      ["乙", "2"],
    ]);
  });

  it("leaves out lines that the cell's clip hides, as at a page break that goes through them", async () => {
    const xs = [57, 200, 260];
    const clipped = (content: string) => `q 57 60 203 60 re W n\n${content}Q\n`;
    const table = grid(xs, [120, 90, 60]) + text(60, 100, "甲") + text(230, 100, "1") + text(60, 70, "乙");
    const { blocks } = await read(
      writePdf([prose(700) + table + clipped(text(230, 70, "2") + text(210, 121, "7") + text(210, 45, "88"))]),
    );
    expect(rowsOf(tablesOf(blocks)[0]!)).toEqual([
      ["甲", "1"],
      ["乙", "2"],
    ]);
    expect(JSON.stringify(blocks)).not.toMatch(/"(?:7|88)"/);
  });

  it("takes no rows from rules that a clip hides above and below a page's part of a table", async () => {
    const xs = [57, 200, 260];
    const clip = "57 60 203 60 re W n\n";
    const table = `q ${clip}${grid(xs, [180, 150, 120, 90, 60, 30])}Q\n`;
    const figures = text(60, 100, "甲") + text(230, 100, "1") + text(60, 70, "乙") + text(230, 70, "2");
    const { blocks } = await read(writePdf([prose(700) + table + figures]));
    expect(tablesOf(blocks)[0]!.rows).toBe(2);
  });

  it("takes thin pictures of one dot for rules", async () => {
    const dot = (x: number, y: number, width: number, height: number) =>
      `q ${width} 0 0 ${height} ${x} ${y} cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 00> EI Q\n`;
    const rules =
      [120, 90, 60].map((y) => dot(57, y, 203, 0.6)) + [57, 200, 260].map((x) => dot(x, 60, 0.6, 60)).join("");
    const figures = text(60, 100, "甲") + text(205, 100, "12") + text(60, 70, "乙");
    const { blocks } = await read(writePdf([prose(700) + rules.replaceAll(",", "") + figures]));
    expect(rowsOf(tablesOf(blocks)[0]!)).toEqual([
      ["甲", "12"],
      ["乙", ""],
    ]);
  });

  it("finds cells that white lines part on coloured rows", async () => {
    const xs = [57, 200, 260, 320];
    const rows = ["0.8 0.85 0.9 rg 57 90 263 30 re f\n", "0.9 0.9 1 rg 57 60 263 30 re f\n"].join("");
    const lines = `1 1 1 RG 1 w\n${grid(xs, [120, 90, 60])}0 0 0 RG 0 0 0 rg\n`;
    const figures = text(60, 100, "甲") + text(210, 100, "12") + text(60, 70, "乙") + text(270, 70, "2");
    const { blocks } = await read(writePdf([prose(700) + rows + lines + figures]));
    expect(rowsOf(tablesOf(blocks)[0]!)).toEqual([
      ["甲", "12", ""],
      ["乙", "", "2"],
    ]);
    expect(tablesOf(blocks)[0]!.grid).toBe("ruled");
  });

  it("finds white cells on a black table, digits spread, on a page with a ground of its own", async () => {
    const cell = (x: number, y: number, width: number) => `1 1 1 rg ${x} ${y} ${width} 28 re f 0 0 0 rg\n`;
    const ground = "1 1 1 rg 30 20 540 790 re f 0 0 0 rg 56 29 484 122 re f\n";
    const cells = [121, 91, 61, 31].flatMap((y) => [cell(57, y, 160), cell(218, y, 160), cell(379, y, 160)]).join("");
    const digits = [..."12345"].map((digit, at) => text(230 + 9 * at, 70, digit)).join("");
    const figures = text(60, 130, "甲") + text(60, 70, "乙") + digits + text(400, 40, "2");
    const { blocks } = await read(writePdf([ground + prose(700) + cells + figures]));
    expect(tablesOf(blocks)[0]!.grid).toBe("ruled");
    expect(rowsOf(tablesOf(blocks)[0]!)).toEqual([
      ["甲", "", ""],
      ["", "", ""],
      ["乙", "12345", ""],
      ["", "", "2"],
    ]);
    expect(textsOf(blocks).length).toBeGreaterThan(0);
  });

  it("reads two tables side by side each by itself, and merged cells with their spans", async () => {
    const left =
      grid([57, 120, 180], [200, 170, 140]) +
      text(60, 180, "甲") +
      text(130, 180, "1") +
      text(60, 150, "乙") +
      text(130, 150, "2");
    const right =
      line(300, 200, 480, 200) +
      line(300, 170, 480, 170) +
      line(300, 140, 480, 140) +
      line(300, 200, 300, 140) +
      line(480, 200, 480, 140) +
      line(390, 170, 390, 140);
    const words = text(360, 180, "合并") + text(310, 150, "丙") + text(400, 150, "3");
    const [a, b] = tablesOf((await read(writePdf([prose(700) + left + right + words]))).blocks);
    expect(rowsOf(a!)).toEqual([
      ["甲", "1"],
      ["乙", "2"],
    ]);
    expect(b!.cells.map(({ text: cell, columnSpan }) => [cell, columnSpan])).toEqual([
      ["合并", 2],
      ["丙", 1],
      ["3", 1],
    ]);
  });
});

describe("what cannot be read is said", () => {
  it("names scanned pages among others", async () => {
    const { notes } = await read(writePdf([prose(700), scan, prose(700), scan + text(290, 30, "4")]));
    expect(notes).toEqual([{ code: "pages-without-text", pages: [2, 4] }]);
  });

  it("an empty page is no scan; nothing but scans is no text", async () => {
    expect((await read(writePdf([prose(700), ""]))).notes).toEqual([]);
    await expect(read(writePdf([scan, scan]))).rejects.toMatchObject({ code: "pdf-no-text" });
  });

  it("a file without its end is read and noted, or corrupt", async () => {
    const whole = writePdf([prose(700), prose(700)]);
    const { blocks, notes } = await read(whole.slice(0, -8));
    expect(textsOf(blocks).length).toBeGreaterThan(0);
    expect(notes).toEqual([{ code: "truncated", pages: [] }]);
    await expect(read(whole.slice(0, 300))).rejects.toMatchObject({ code: "pdf-corrupt" });
  });

  it("a password to open rejects, one to change does not", async ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), "qpdf-"));
    writeFileSync(join(folder, "plain.pdf"), writePdf([prose(700)]));
    const encrypt = (user: string) => {
      execFileSync("qpdf", [
        "--encrypt",
        user,
        "owner",
        "256",
        "--extract=n",
        "--",
        join(folder, "plain.pdf"),
        join(folder, `locked-${user}.pdf`),
      ]);
      return new Uint8Array(readFileSync(join(folder, `locked-${user}.pdf`)));
    };
    try {
      execFileSync("qpdf", ["--version"]);
    } catch {
      console.log("skipped: qpdf is not installed");
      skip();
    }
    await expect(read(encrypt("secret"))).rejects.toMatchObject({ code: "pdf-encrypted" });
    expect(textsOf((await read(encrypt(""))).blocks).length).toBeGreaterThan(0);
  });
});

describe("limits", () => {
  const bomb = () => writePdf([Buffer.alloc(400_000_000, " ")]);
  it("a bomb ends as too-complex, and the next file is read", async () => {
    await expect(readPdf(bomb(), { timeLimit: 20_000, memoryLimit: 150 })).rejects.toMatchObject({
      code: "too-complex",
    });
    const { blocks } = await readPdf(writePdf([prose(700)]), { timeLimit: 20_000 });
    expect(textsOf(blocks).length).toBeGreaterThan(0);
  });

  it("past the time limit a file is too-complex", async () => {
    await expect(readPdf(writePdf([prose(700)]), { timeLimit: 0 })).rejects.toMatchObject({ code: "too-complex" });
  });

  it("takes the bytes over where they fill their buffer, else copies them", async () => {
    const own = writePdf([prose(700)]);
    const pooled = Buffer.concat([Buffer.from("x"), own]).subarray(1);
    const [first, second] = [await readPdf(own, { timeLimit: 20_000 }), await readPdf(pooled, { timeLimit: 20_000 })];
    expect(first).toEqual(second);
    expect([own.length, pooled.length > 0]).toEqual([0, true]);
  });
});

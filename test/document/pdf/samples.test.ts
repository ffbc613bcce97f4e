import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { labelKey } from "../../../lib/chinese/fold.ts";
import type { Block, DocumentNote } from "../../../lib/document/document.ts";
import { readPdf } from "../../../lib/document/pdf/read-pdf.ts";
import { applicationsTable } from "../../../lib/forms/applications.ts";
import { tableRows } from "../../../lib/forms/form.ts";
import { disclosureFigures, figureRows } from "./read-figures.ts";

const folder = `${process.env.GOUJI_SHARED ?? "../shared"}/samples`;
const isThere = existsSync(`${folder}/truth.json`);
if (!isThere) console.log("skipped: the shared samples are not here");

const files = isThere ? readdirSync(folder).filter((name) => name.endsWith(".pdf")) : [];
const read = (name: string) =>
  readPdf(new Uint8Array(readFileSync(`${folder}/${name}`)), { timeLimit: 60_000, inProcess: true });
const named = (prefix: string) => files.find((name) => name.startsWith(`${prefix}-`))!;

type Statistics = Record<"applications" | "proceedings" | "disclosure", Record<string, Record<string, number>>>;
const truth: Statistics = isThere
  ? JSON.parse(readFileSync(`${folder}/truth.json`, "utf8"))
  : { applications: {}, proceedings: {}, disclosure: {} };

const readable = files.filter((name) => /^([abcg]\d|d[34]|f[28])/.test(name));

describe.skipIf(!isThere)("the shared samples", () => {
  it.each(readable)("%s: every figure in its row and column", async (name) => {
    const print = (value: number) => (name.includes("blank") && value === 0 ? "" : String(value));
    const row = (figures: Record<string, number>) => Object.values(figures).map(print);
    const { blocks, notes } = await read(name);
    expect(notes).toEqual([]);
    const applications = figureRows(blocks, 7);
    expect(applications.map(({ figures }) => figures)).toEqual(Object.values(truth.applications).map(row));
    const labels = tableRows(applicationsTable("2021")).map((formRow) => labelKey(formRow.row.label).slice(0, 8));
    for (const [index, label] of labels.entries()) expect(applications[index]!.label).toContain(label);
    expect(figureRows(blocks, 15).map(({ figures }) => figures)).toEqual([
      Object.values(truth.proceedings).flatMap(row),
    ]);
    expect(disclosureFigures(blocks)).toEqual(
      Object.fromEntries(Object.entries(truth.disclosure).map(([key, figures]) => [key, row(figures)])),
    );
  });

  it.each(readable)("%s: the prose reads on, in order, with its pages", async (name) => {
    const { blocks } = await read(name);
    const texts = blocks.filter((block) => block.kind === "text");
    const headings = texts.filter((block) => /^[一二三四五六]、/.test(block.text)).map((block) => block.text[0]);
    expect(headings.join("")).toBe("一二三四五六");
    expect(texts.some((block) => block.text.length > 150)).toBe(true);
    for (const { text } of texts) expect(text).not.toMatch(/[\u4e00-\u9fff] [\u4e00-\u9fff]|[\u2e80-\u2fdf\u200b\n]/);
    expect(texts.every((block) => (block.location.page ?? 0) > 0)).toBe(true);
  });

  it.each([
    ["d1", "pdf-encrypted"],
    ["d2", "pdf-encrypted"],
    ["e1", "pdf-no-text"],
    ["f1", "pdf-corrupt"],
    ["f4", "pdf-corrupt"],
    ["f5", "pdf-corrupt"],
    ["f6", "pdf-corrupt"],
    ["f7", "pdf-corrupt"],
    ["h1", "pdf-no-text"],
  ])("%s is rejected: %s", async (prefix, code) => {
    await expect(read(named(prefix))).rejects.toMatchObject({ name: "RejectionError", code });
  });

  it("f3: what a damaged font lost is marked, never left out", async () => {
    const { blocks, notes } = await read(named("f3"));
    expect(notes).toEqual<DocumentNote[]>([{ code: "text-damaged", pages: [1, 2, 3, 4, 5, 6, 7] }]);
    const isWrong = (text: string) => /^\d+$/.test(text) && !figuresOf(truth).has(text);
    const cells = (blocks as Block[]).flatMap((block) => (block.kind === "table" ? block.cells : []));
    expect(cells.filter((cell) => isWrong(cell.text)).map((cell) => cell.text)).toEqual([]);
    expect(cells.some((cell) => cell.text.includes("\ufffd"))).toBe(true);
  });
});

function figuresOf(statistics: Statistics): Set<string> {
  return new Set(
    Object.values(statistics).flatMap((table) => Object.values(table).flatMap((row) => Object.values(row).map(String))),
  );
}

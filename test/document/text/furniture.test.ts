import { describe, expect, test } from "vitest";
import { dropPageNumbers } from "../../../lib/document/text/drop-page-numbers.ts";
import { splitLines } from "../../../lib/document/text/split-lines.ts";
import { stripLineNumbers } from "../../../lib/document/text/strip-line-numbers.ts";

const split = (lines: readonly string[]) => splitLines(lines.join("\n"))!;
const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);
const poem = Array.from({ length: 20 }, (_, at) => (at % 5 === 4 ? "" : `${at % 2 ? "  " : ""}第${at}行  ${at}`));

describe("line numbers", () => {
  const cases: [name: string, number: (text: string, at: number) => string][] = [
    ["in a column of their own", (text, at) => `${String(at + 1).padStart(4)}  ${text}`],
    ["with a colon", (text, at) => `${at + 41}: ${text}`],
    ["with a tab", (text, at) => `${at + 1}\t${text}`],
    ["without a space where the line is blank", (text, at) => (text === "" ? `${at + 1}` : `${at + 1} ${text}`)],
  ];
  test.each(cases)("%s are taken off, and the text's own indent kept", (_name, number) => {
    const numbered = split(poem.map(number));
    expect(texts(stripLineNumbers(numbered))).toEqual(poem);
    expect(stripLineNumbers(numbered).map(({ line }) => line)).toEqual(numbered.map(({ line }) => line));
  });

  test("that leave out blank lines", () => {
    let count = 0;
    const numbered = poem.map((text) => (text === "" ? "" : `${++count}\t${text}`));
    expect(texts(stripLineNumbers(split(numbered)))).toEqual(poem.slice(0, -1));
  });

  test("figures at the beginning of lines are none", () => {
    const figures = poem.map((text, at) => `${at < 10 ? at : at + 1}  ${text}`);
    expect(texts(stripLineNumbers(split(figures)))).toEqual(figures);
  });
});

describe("page numbers", () => {
  const page = Array.from({ length: 30 }, (_, at) => (at % 3 === 0 ? "规章" : `${(at * 7) % 4}`));
  const pages = (end: (page: number) => string[], begin = "") =>
    [1, 2, 3, 4].flatMap((number) => {
      const [first, ...others] = page;
      return [number === 1 ? first! : begin + first, ...others, ...end(number)];
    });
  const cases: [name: string, lines: string[]][] = [
    ["indented, between blank lines", pages((number) => ["", `      ${number}`, ""])],
    ["between blank lines", pages((number) => ["", `${number}`, ""])],
    ["at the end of pages", pages((number) => [`${number}`], "\f")],
  ];
  test.each(cases)("%s are no figures: marks stand in their places", (_name, lines) => {
    const left = texts(dropPageNumbers(split(lines))).filter((text) => text !== "");
    const marked = [1, 2, 3, 4].flatMap((number) => [...page, `— ${number} —`]);
    expect(left).toEqual(marked);
  });

  test("among cells between bars nothing is left of them", () => {
    const rows = page.map((text) => `${text} |`);
    const lines = [1, 2, 3].flatMap((number) => [...rows, "", `      ${number}`, ""]);
    expect(texts(dropPageNumbers(split(lines)))).toEqual([...rows, ...rows, ...rows]);
  });

  test("figures that look as all others are none, though they count", () => {
    const lines = pages((number) => [`${number}`]);
    expect(texts(dropPageNumbers(split(lines)))).toEqual(lines);
  });
});

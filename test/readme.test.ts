import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const readme = readFileSync("README.md", "utf8");
const { dependencies, scripts } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
  string,
  Record<string, string>
>;

test("every dependency has its reason in the README, and nothing else is listed", () => {
  const table = readme.slice(readme.indexOf("## Dependencies"), readme.indexOf("## Working on gouji"));
  const named = [...table.matchAll(/`([@\w/.*-]+)`(?=[,\s|])/g)].map((match) => match[1]!);
  const covers = (name: string) => (dependency: string) =>
    name.endsWith("*") ? dependency.startsWith(name.slice(0, -1)) : dependency === name;
  const all = Object.keys(dependencies!);
  expect(all.filter((dependency) => !named.some((name) => covers(name)(dependency)))).toEqual([]);
  expect(named.filter((name) => !all.some(covers(name)))).toEqual([]);
});

test("every script that the READMEs name exists", () => {
  const named = [...(readme + readFileSync("README.zh.md", "utf8")).matchAll(/npm run ([\w:]+)/g)].map(
    (match) => match[1]!,
  );
  expect([...new Set(named)].filter((name) => !(name in scripts!))).toEqual([]);
});

test("every alarm's heading stands in the runbook", () => {
  const source = readFileSync("lib/stack/operations.ts", "utf8");
  const headings = [...source.matchAll(/heading: "([^"]+)"/g)].map((match) => match[1]!);
  expect(headings.length).toBeGreaterThan(3);
  expect(headings.filter((heading) => !readme.includes(`### ${heading}\n`))).toEqual([]);
});

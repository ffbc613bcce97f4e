import { expect, test } from "vitest";
import { cellNumbers } from "../../lib/forms/forms.ts";
import { FormFigures, figuresByNumber } from "../../lib/report/form-figures.ts";
import type { Figure } from "../../lib/report/report.ts";

const numbers = cellNumbers("2021");
const figure = (value: number): Figure => ({ value, text: String(value), location: { line: 1 }, state: "number" });
const list = numbers.paths.map((_, place) => (place % 3 === 0 ? figure(place) : undefined));
const figures = new FormFigures(numbers, list);
const map = new Map(numbers.paths.flatMap((path, place) => (list[place] ? [[path, list[place]] as const] : [])));

test("is read as the map of its paths", () => {
  expect([...figures]).toEqual([...map]);
  expect([...figures.keys()]).toEqual([...map.keys()]);
  expect([...figures.values()]).toEqual([...map.values()]);
  expect(figures.size).toBe(map.size);
  const told: [string, Figure][] = [];
  figures.forEach((one, path) => {
    told.push([path, one]);
  });
  expect(told).toEqual([...map]);
});

test.each([...numbers.paths.slice(0, 4), "legacy.fees", ""])("knows %j as the map does", (path) => {
  expect([figures.get(path), figures.has(path)]).toEqual([map.get(path), map.has(path)]);
});

test("stands by the numbers of its cells, whatever holds it", () => {
  expect(figuresByNumber(figures, numbers)).toBe(list);
  expect(figuresByNumber(map, numbers)).toEqual(list);
  expect(figuresByNumber(figures, cellNumbers("2019"))).toEqual(cellNumbers("2019").paths.map((path) => map.get(path)));
});

import type { CellPath } from "../forms/form.ts";
import type { CellNumbers } from "../forms/forms.ts";
import type { Figure } from "./report.ts";

/**
 * The figures of a report in a form whose cells are numbered: a map by path that costs nothing to fill, and an array for those
 * who know the cells' numbers. `list`: by number; undefined where the report has no such cell.
 */
export class FormFigures implements ReadonlyMap<CellPath, Figure> {
  readonly numbers: CellNumbers;
  readonly list: readonly (Figure | undefined)[];

  constructor(numbers: CellNumbers, list: readonly (Figure | undefined)[]) {
    this.numbers = numbers;
    this.list = list;
  }

  get(path: CellPath): Figure | undefined {
    const place = this.numbers.places.get(path);
    return place === undefined ? undefined : this.list[place];
  }

  has(path: CellPath): boolean {
    return this.get(path) !== undefined;
  }

  get size(): number {
    let count = 0;
    for (const figure of this.list) if (figure !== undefined) count++;
    return count;
  }

  forEach(take: (figure: Figure, path: CellPath, map: ReadonlyMap<CellPath, Figure>) => void): void {
    const { list } = this;
    for (let at = 0; at < list.length; at++) {
      const figure = list[at];
      if (figure !== undefined) take(figure, this.numbers.paths[at]!, this);
    }
  }

  *entries(): MapIterator<[CellPath, Figure]> {
    for (const [at, figure] of this.list.entries()) if (figure !== undefined) yield [this.numbers.paths[at]!, figure];
  }

  *keys(): MapIterator<CellPath> {
    for (const [path] of this.entries()) yield path;
  }

  *values(): MapIterator<Figure> {
    for (const figure of this.list) if (figure !== undefined) yield figure;
  }

  [Symbol.iterator](): MapIterator<[CellPath, Figure]> {
    return this.entries();
  }
}

/** A report's figures by the numbers of its form's cells, however they are kept. */
export function figuresByNumber(
  figures: ReadonlyMap<CellPath, Figure>,
  numbers: CellNumbers,
): readonly (Figure | undefined)[] {
  if (figures instanceof FormFigures && figures.numbers === numbers) return figures.list;
  return numbers.paths.map((path) => figures.get(path));
}

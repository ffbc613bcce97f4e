import { type CellPath, formCells, type Template } from "../../forms/form.ts";
import { formOf, forms } from "../../forms/forms.ts";
import { statutoryParts } from "../../forms/parts.ts";
import { legacyLabels } from "./legacy-labels.ts";

const namesByTemplate = new Map<Template, ReadonlyMap<CellPath, string>>(
  forms.map((form) => [
    form.template,
    new Map([
      ...formCells(form).map(({ path, row, column }) => [path, `${row.short} · ${column.label}`] as const),
      ...form.tables.map((table) => [table.name, statutoryParts[table.part - 1]!.heading] as const),
    ]),
  ]),
);

/** What a reader calls the cell (or the whole table) at `path`; the path itself where the form has no such cell. */
export function nameCell(template: Template, path: CellPath): string {
  if (!formOf(template) || path.startsWith("legacy.")) return legacyLabels.get(path.replace("legacy.", "")) ?? path;
  return namesByTemplate.get(template)?.get(path) ?? path;
}

/** The `id` on the page of the cell or table at `path`. */
export function cellId(path: CellPath): string {
  return `cell-${path}`;
}

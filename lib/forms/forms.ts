import { applicationsRelations, applicationsTable } from "./applications.ts";
import {
  disclosureRelations2019,
  disclosureRelations2021,
  disclosureTable2019,
  disclosureTable2021,
} from "./disclosure.ts";
import { type CellPath, type CellRelation, cellRelations, type Form, formCells, type Template } from "./form.ts";
import { proceedingsRelations, proceedingsTable } from "./proceedings.ts";

export const form2019: Form = {
  template: "2019",
  inForce: { from: 2019, to: 2020 },
  source: "国办公开办函〔2019〕60号",
  tables: [disclosureTable2019, applicationsTable("2019"), proceedingsTable],
  relations: [...disclosureRelations2019, ...applicationsRelations("2019"), ...proceedingsRelations],
};

export const form2021: Form = {
  template: "2021",
  inForce: { from: 2021 },
  source: "国办公开办函〔2021〕30号",
  tables: [disclosureTable2021, applicationsTable("2021"), proceedingsTable],
  relations: [...disclosureRelations2021, ...applicationsRelations("2021"), ...proceedingsRelations],
};

/** Every form with tables, oldest first. A form for another year is one more entry. */
export const forms: readonly Form[] = [form2019, form2021];

/** The form of a template; undefined for `legacy`, which has keys instead of a grid (legacy.ts). */
export function formOf(template: Template): Form | undefined {
  return forms.find((form) => form.template === template);
}

/** The template in force for reports on `year`. */
export function templateInForce(year: number): Template {
  const form = forms.find(({ inForce }) => year >= inForce.from && year <= (inForce.to ?? Number.POSITIVE_INFINITY));
  return form?.template ?? "legacy";
}

const relationsByTemplate = new Map<Template, readonly CellRelation[]>(
  forms.map((form) => [form.template, cellRelations(form)]),
);

/** The relations of a template between single cells; none for `legacy`, whose sums are in legacy.ts. */
export function relationsOf(template: Template): readonly CellRelation[] {
  return relationsByTemplate.get(template) ?? [];
}

/** The cells of a form, numbered in the form's order. */
export interface CellNumbers {
  paths: readonly CellPath[];
  places: ReadonlyMap<CellPath, number>;
}

const numbersByTemplate = new Map<Template, CellNumbers>(
  forms.map((form) => {
    const paths = formCells(form).map(({ path }) => path);
    return [form.template, { paths, places: new Map(paths.map((path, place) => [path, place])) }];
  }),
);

const none: CellNumbers = { paths: [], places: new Map() };

/** The numbers of a template's cells; none for `legacy`, which has keys. */
export function cellNumbers(template: Template): CellNumbers {
  return numbersByTemplate.get(template) ?? none;
}

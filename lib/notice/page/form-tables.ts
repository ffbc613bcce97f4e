import type { Form, FormColumn, FormRow, FormTable } from "../../forms/form.ts";
import { renderCell } from "./cell.ts";
import { html, type Markup } from "./html.ts";
import { type OutlineRow, outlineRows } from "./outline-rows.ts";
import type { PageView } from "./view.ts";

/** Part two: blocks of their own headers in one grid; the last column of a narrow block spans the rest of it. */
export function renderDisclosure(view: PageView, _form: Form, table: FormTable): Markup {
  const width = Math.max(...table.blocks.map((block) => block.columns.length));
  const spanOf = (columns: readonly FormColumn[], index: number) =>
    index === columns.length - 1 ? width - columns.length + 1 : 1;
  const renderRow = (row: FormRow, columns: readonly FormColumn[]) =>
    html`<tr><th scope="row" class="label">${row.label}</th>${columns.map((column, index) =>
      renderCell(view, `${table.name}.${row.key}.${column.key}`, { span: spanOf(columns, index) }),
    )}</tr>`;
  return html`<table class="form disclosure" aria-labelledby="heading-${table.part}">${table.blocks.map(
    ({
      heading,
      columns,
      rows,
    }) => html`<tbody><tr><th scope="rowgroup" colspan="${width + 1}" class="block"><span>${heading}</span></th></tr>
<tr><th scope="col" class="label">信息内容</th>${columns.map(
      ({ label }, index) => html`<th scope="col" colspan="${spanOf(columns, index)}">${label}</th>`,
    )}</tr>
${rows.map((row) => renderRow(row, columns))}</tbody>`,
  )}</table>`;
}

/** Part three: three columns of labels, numbered and nested, and one column for each kind of applicant. */
export function renderApplications(view: PageView, form: Form, table: FormTable): Markup {
  const columns = table.blocks[0]!.columns;
  const organisations = columns.slice(1, -1);
  const cells = ({ row }: OutlineRow) => columns.map(({ key }) => renderCell(view, `${table.name}.${row.key}.${key}`));
  const label = ({ row, number }: OutlineRow, span: number, place: string) =>
    html`<th scope="row" colspan="${span}" class="label ${place}">${number}${row.label}</th>`;
  const upright = (text: string, rows: number, place: string) =>
    html`<th scope="rowgroup" rowspan="${rows}" class="upright ${place}"><span>${text}</span></th>`;
  const body = outlineRows(form, table).map((entry) => {
    if (entry.kind === "row") return html`<tbody><tr>${label(entry.row, 3, "first")}${cells(entry.row)}</tr></tbody>`;
    const height = entry.groups.reduce((sum, group) => sum + (group.kind === "row" ? 1 : group.rows.length), 0);
    const rows = entry.groups.flatMap((group) =>
      group.kind === "row"
        ? [html`${label(group.row, 2, "second")}${cells(group.row)}`]
        : group.rows.map(
            (row, index) =>
              html`${index === 0 && upright(`${group.number}${group.label}`, group.rows.length, "second")}${label(row, 1, "third")}${cells(row)}`,
          ),
    );
    return html`<tbody>${rows.map(
      (row, index) =>
        html`<tr>${index === 0 && upright(`${entry.number}本年度办理结果`, height, "first")}${row}</tr>\n`,
    )}</tbody>`;
  });
  return html`<table class="form applications" aria-labelledby="heading-${table.part}"><colgroup><col class="narrow"><col class="narrow"><col class="wide"></colgroup>
<thead><tr><td colspan="3" rowspan="3" class="label first note">（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><th scope="colgroup" colspan="${columns.length}">申请人情况</th></tr>
<tr><th scope="col" rowspan="2">${columns[0]!.label}</th><th scope="colgroup" colspan="${organisations.length}">法人或其他组织</th><th scope="col" rowspan="2">${columns.at(-1)!.label}</th></tr>
<tr>${organisations.map((column) => html`<th scope="col">${column.label}</th>`)}</tr></thead>
${body}</table>`;
}

/** Part four: one line of figures; the rows of the data are groups of columns on paper. */
export function renderProceedings(view: PageView, _form: Form, table: FormTable): Markup {
  const { rows, columns } = table.blocks[0]!;
  const groups = rows.filter((row, index) => row.group !== undefined && rows[index - 1]?.group !== row.group);
  const width = (group: string) => rows.filter((row) => row.group === group).length * columns.length;
  const heads = rows
    .filter((row) => row.group === undefined || groups.includes(row))
    .map((row) =>
      row.group === undefined
        ? html`<th scope="colgroup" colspan="${columns.length}" rowspan="2">${row.label}</th>`
        : html`<th scope="colgroup" colspan="${width(row.group)}">${row.group}</th>`,
    );
  const subheads = rows
    .filter((row) => row.group !== undefined)
    .map((row) => html`<th scope="colgroup" colspan="${columns.length}">${row.label}</th>`);
  return html`<table class="form proceedings" aria-labelledby="heading-${table.part}"><thead><tr>${heads}</tr><tr>${subheads}</tr>
<tr>${rows.map(() => columns.map((column) => html`<th scope="col">${column.label}</th>`))}</tr></thead>
<tbody><tr>${rows.map((row) => columns.map((column) => renderCell(view, `${table.name}.${row.key}.${column.key}`)))}</tr></tbody></table>`;
}

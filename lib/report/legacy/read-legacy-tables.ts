import type { Block } from "../../document/document.ts";
import { type LegacyKey, legacyDetails } from "../../forms/legacy.ts";
import type { Figure } from "../report.ts";
import { RowNamer } from "./name-row.ts";
import { type LegacyRow, tableRows } from "./table-rows.ts";
import { toTenThousandYuan } from "./ten-thousand-yuan.ts";

export interface LegacyTables {
  /** By key. */
  figures: Map<string, Figure>;
  /** Figures without a key, in order. */
  details: Map<string, Figure[]>;
}

/** A table is a statistics table from this many figures on; one that continues it needs only one. */
const fewest = 3;

/** Reads the statistics tables among the blocks, in whatever layout they stand; other tables give nothing. */
export function readLegacyTables(blocks: readonly Block[], year: number | null): LegacyTables {
  const tables: LegacyTables = { figures: new Map(), details: new Map() };
  let namer = new RowNamer();
  let accepted = false;
  for (const rows of tableRows(blocks, year)) {
    // Tried on a copy first, so that a table of another kind leaves no trace.
    const trial = namer.clone();
    const named = rows.map((row) => ({ row, name: trial.name(row.label.folded, row.value !== undefined) }));
    const found = named.filter(({ name }) => name !== null).length;
    if (found < (accepted ? 1 : fewest)) continue;
    accepted = true;
    namer = trial;
    for (const { row, name } of named) {
      if (!name) continue;
      if ("key" in name) addFigure(tables.figures, name.key, row);
      else addDetail(tables, name.detail, row);
    }
  }
  return tables;
}

function toFigure(row: LegacyRow, kind: LegacyKey["kind"]): Figure {
  const token = row.value!;
  const base = { text: token.text, location: token.location };
  if (token.kind !== "number") return { ...base, value: null, state: token.kind === "blank" ? "blank" : "placeholder" };
  if (kind === "count") return { ...base, value: token.value!, state: "number" };
  const labelled = /(万元|亿元|元)/.exec(row.label.folded)?.[1];
  const unit = [token.unit, row.unit, labelled].find((word) => word === "元" || word === "万元" || word === "亿元");
  return { ...base, value: toTenThousandYuan(token.value!, unit), state: "number", unit };
}

function addFigure(figures: Map<string, Figure>, key: LegacyKey, row: LegacyRow): void {
  const figure = toFigure(row, key.kind);
  const earlier = figures.get(key.key);
  if (!earlier) figures.set(key.key, figure);
  else if (key.additive) {
    const known = earlier.value !== null && figure.value !== null;
    figures.set(key.key, {
      ...earlier,
      value: known ? earlier.value! + figure.value! : null,
      text: `${earlier.text}、${figure.text}`,
      state: known ? "number" : "blank",
    });
  }
}

/** Rows of reasons after 不存在 or 非本机关掌握 show that these are counted within 否决, as in the coded tables. */
function addDetail({ figures, details }: LegacyTables, detail: string, row: LegacyRow): void {
  const figure = toFigure(row, "count");
  const list = details.get(detail);
  if (list) list.push(figure);
  else details.set(detail, [figure]);
  if (detail !== "deniedReason") return;
  if (legacyDetails.deniedOtherReason.test(row.label.folded)) details.set("deniedOtherReason", [figure]);
  if (figures.has("repliesNonexistent") || figures.has("repliesNotHeld")) details.set("withinDenied", [figure]);
}

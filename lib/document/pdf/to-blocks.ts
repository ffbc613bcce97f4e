import type { Block, TableBlock } from "../document.ts";
import { splitAligned } from "./aligned-region.ts";
import { toAlignedTables } from "./aligned-table.ts";
import { continueTable } from "./continue-table.ts";
import { dropFurniture } from "./page-furniture.ts";
import type { DraftTable } from "./page-tables.ts";
import { type FlowLine, findMargins, type Margins, toParagraphs } from "./paragraphs.ts";
import type { PageContent } from "./read-page.ts";

type FlowPart = FlowLine | DraftTable;

/** Makes blocks of all pages in reading order: headers and footers dropped, tables and paragraphs joined over page breaks. */
export function toBlocks(pages: readonly PageContent[]): Block[] {
  dropFurniture(pages.map((page) => page.free));
  const flow = pages.flatMap(toFlow);
  const margins = findMargins(flow.filter((part) => part.kind === "line"));
  return joinTables(flow).flatMap((part) => (Array.isArray(part) ? readLines(part, margins) : [toTable(part)]));
}

/** Lines and tables of a page from top to bottom. */
function toFlow({ tables, free }: PageContent): FlowPart[] {
  const parts: { y: number; x: number; part: FlowPart }[] = [
    ...tables.map((part) => ({ y: part.box.y0, x: part.box.x0, part })),
    ...free.lines.map((line) => ({ y: line.y0, x: line.x0, part: { kind: "line" as const, page: free.page, line } })),
  ];
  return parts.sort((a, b) => a.y - b.y || a.x - b.x).map(({ part }) => part);
}

/** Runs of lines, and tables with their parts on the following pages. */
function joinTables(flow: readonly FlowPart[]): (FlowLine[] | DraftTable)[] {
  const parts: (FlowLine[] | DraftTable)[] = [];
  for (const part of flow) {
    const last = parts.at(-1);
    if (part.kind === "line") {
      if (Array.isArray(last)) last.push(part);
      else parts.push([part]);
    } else if (!last || Array.isArray(last) || last.page + 1 !== part.page || !continueTable(last, part))
      parts.push(part);
  }
  return parts;
}

function readLines(lines: FlowLine[], margins: Margins): Block[] {
  return splitAligned(lines).flatMap((part): Block[] =>
    part.kind === "lines" ? toParagraphs(part.lines, margins) : toAlignedTables(part.lines),
  );
}

function toTable(draft: DraftTable): TableBlock {
  const cells = draft.cells.map(({ room, ...cell }) => cell).sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    kind: "table",
    grid: "ruled",
    rows: draft.rows,
    columns: draft.columnCuts.length - 1,
    cells,
    location: draft.location,
  };
}

import type { StructureNode } from "./load-pdf.ts";

/** The cell of a tagged table that a piece of marked content belongs to; all numbers from 0, in the page's order. */
export interface TaggedCell {
  table: number;
  row: number;
  cell: number;
}

const mostNodes = 100_000;

/** Finds the cells that the structure of a page names, by the ids of the marks they hold; a nested table's text belongs to the innermost. */
export function findTaggedCells(tree: StructureNode | null): Map<string, TaggedCell> {
  const cells = new Map<string, TaggedCell>();
  const stack: { node: StructureNode; at: TaggedCell | undefined }[] = tree ? [{ node: tree, at: undefined }] : [];
  let [table, row, cell, seen] = [-1, -1, -1, 0];
  while (stack.length > 0 && seen++ < mostNodes) {
    const { node, at } = stack.pop()!;
    if (node.id !== undefined && at && at.cell >= 0) cells.set(node.id, at);
    let inner = at;
    if (node.role === "Table") inner = { table: ++table, row: -1, cell: -1 };
    else if (node.role === "TR" && at) inner = { table: at.table, row: ++row, cell: -1 };
    else if ((node.role === "TD" || node.role === "TH") && at && at.row >= 0) inner = { ...at, cell: ++cell };
    for (let index = (node.children?.length ?? 0) - 1; index >= 0; index--)
      stack.push({ node: node.children![index]!, at: inner });
  }
  return cells;
}

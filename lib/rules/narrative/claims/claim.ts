import type { CellPath } from "../../../forms/form.ts";

/** What a phrase of the prose gives a figure for. `accepts`: sums of cells, each of which the figure may be; the first is the plainest. */
export interface Claim {
  kind: "intake" | "outcome" | "carry" | "proceedings" | "document";
  accepts: CellPath[][];
}

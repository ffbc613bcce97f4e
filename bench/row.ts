/** One measured line of the table: a value, what it is measured against, and the reach it is to stay within. */
export interface Row {
  /** Names the row from run to run. */
  id: string;
  what: string;
  against: string;
  /** What the anchor and ours measured, in `unit`; null where a row has none. */
  anchor: number | null;
  ours: number;
  unit: "ms" | "KB" | "MB" | "1/s" | "";
  /** The figure that is judged, and its spread (quartiles) where it was measured many times. */
  value: number;
  low?: number;
  high?: number;
  kind: "ratio" | "exponent" | "difference" | "size" | "share";
  /** Null: the row is only told. */
  reach: { limit: number; atLeast?: boolean } | null;
}

/** Whether a row keeps its reach; null where it has none. */
export function keepsReach({ value, reach }: Row): boolean | null {
  if (reach === null) return null;
  return reach.atLeast ? value >= reach.limit : value <= reach.limit;
}

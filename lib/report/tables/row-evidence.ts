import type { Place } from "../../document/document.ts";
import type { Evidence } from "../report.ts";
import type { GridCell } from "./grid-rows.ts";

const longest = 300;

/** A row's text as evidence: its own cells, parted by bars; put together when it is asked for, since most rows are never shown. */
export class RowEvidence implements Evidence {
  readonly location: Place;
  private readonly row: readonly GridCell[];
  private known: string | undefined;

  constructor(row: readonly GridCell[]) {
    this.row = row;
    this.location = (row.find(({ continued }) => !continued) ?? row[0]!).cell.location;
  }

  get text(): string {
    this.known ??= joinCells(this.row).slice(0, longest);
    return this.known;
  }

  toJSON(): Evidence {
    return toEvidence(this);
  }
}

function joinCells(row: readonly GridCell[]): string {
  const own = row.filter(({ continued }) => !continued);
  return (own.length > 0 ? own : row).map(({ shown }) => shown).join(" | ");
}

/** Evidence as plain data, as findings hold it. */
export const toEvidence = ({ text, location }: Evidence): Evidence => ({ text, location });

/** An answer to print: its columns, and each row's values under them; null: nothing is known, which is printed as nothing. */
export interface Sheet {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}

/**
 * A text as a spreadsheet may have it: what would start a formula gets an apostrophe, since agencies' names and sentences come
 * from files that anybody may have written.
 */
export function disarm(value: string | number | null): string | number | null {
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

import { writeFile } from "node:fs/promises";
import { disarm, type Sheet } from "./sheet.ts";

export type SheetFormat = "table" | "csv" | "xlsx";

/** The mark that lets spreadsheet programs see UTF-8. */
const byteOrderMark = "\ufeff";

/** Writes a sheet in a format to a file, or to `print` where no file is named (`xlsx` needs one). */
export async function writeSheet(
  sheet: Sheet,
  format: SheetFormat,
  { out, width, print }: { out?: string; width?: number; print: (text: string) => void },
): Promise<void> {
  if (format === "xlsx") {
    await writeXlsx(sheet, out!);
    return;
  }
  const text = format === "csv" ? await toCsv(sheet) : (await import("./to-terminal.ts")).toTerminal(sheet, width);
  if (out === undefined) print(text);
  else await writeFile(out, format === "csv" ? byteOrderMark + text : text);
}

async function toCsv({ columns, rows }: Sheet): Promise<string> {
  const { stringify } = await import("csv-stringify/sync");
  return stringify([columns.map(disarm), ...rows.map((row) => row.map(disarm))]);
}

/** A sheet of Excel holds one row fewer than this for its header. */
const mostRows = 1_048_576;

async function writeXlsx({ columns, rows }: Sheet, out: string): Promise<void> {
  if (rows.length >= mostRows) throw new RangeError(`a sheet holds ${mostRows - 1} rows; ask for csv`);
  const { default: writeXlsxFile } = await import("write-excel-file/node");
  const header = columns.map((value) => ({ value, fontWeight: "bold" as const }));
  const data = rows.map((row) =>
    row.map((value) =>
      value === null ? null : typeof value === "number" ? { value, type: Number } : { value, type: String },
    ),
  );
  await writeXlsxFile([header, ...data], { stickyRowsCount: 1 }).toFile(out);
}

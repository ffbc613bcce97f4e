import { writeFile } from "node:fs/promises";
import { createDynamoDbRegisterReader } from "../aws/dynamodb-register-reader.ts";
import { askBreakingReports } from "../query/ask-breaking-reports.ts";
import { askCells, readStatistics } from "../query/ask-cells.ts";
import { askFindings } from "../query/ask-findings.ts";
import { askHistory } from "../query/ask-history.ts";
import { askMissing } from "../query/ask-missing.ts";
import { askTerritories } from "../query/ask-territories.ts";
import type { Filter } from "../query/filter.ts";
import type { RegisterReader } from "../query/register-reader.ts";
import { everyRule } from "../rules/every-rule.ts";
import { findRegister, RegisterNotFoundError, type WhereArguments } from "./find-register.ts";
import { readRoster } from "./query/read-roster.ts";
import type { Sheet } from "./query/sheet.ts";
import * as sheets from "./query/to-sheet.ts";
import { writeSheet } from "./query/write-sheet.ts";

export interface QueryArguments extends WhereArguments, Filter {
  what: "reports" | "findings" | "cells" | "history" | "missing" | "territories";
  format?: "table" | "json" | "csv" | "xlsx";
  /** File to write; standard output when absent. */
  out?: string;
  /** Rows at most. */
  limit?: number;
  /** Roster (CSV) on this machine, instead of the documents bucket's. */
  roster?: string;
  /** The current year; the clock's when absent. */
  thisYear?: number;
}

interface Answer {
  sheet: Sheet;
  /** What `--format json` prints. */
  records: readonly unknown[];
}

/** Used wrongly; the message says how to use it. */
class UsageError extends Error {}

/** `gouji query`: asks the results table and prints the answer. Answers the exit code: 0, or 2 for wrong use. */
export async function runQuery(args: QueryArguments): Promise<number> {
  const format = args.format ?? "table";
  try {
    if (format === "xlsx" && args.out === undefined) throw new UsageError("--format xlsx needs --out FILE");
    if (args.rule !== undefined && !everyRule.some(({ id }) => id === args.rule))
      throw new UsageError(`there is no rule ${args.rule}; the README lists them`);
    const register = await findRegister(args);
    const reader = createDynamoDbRegisterReader(register.dynamodb, register.table);
    const answer = await ask(args, reader, () => readRoster(args.roster, register));
    const limit = args.limit ?? Number.POSITIVE_INFINITY;
    if (format === "json") await writeJson(answer.records.slice(0, limit), args.out);
    else {
      const sheet = { ...answer.sheet, rows: answer.sheet.rows.slice(0, limit) };
      const width = process.stdout.isTTY && args.out === undefined ? process.stdout.columns : undefined;
      await writeSheet(sheet, format, { out: args.out, width, print });
    }
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof RegisterNotFoundError)) throw error;
    console.error(`gouji query: ${error.message}`);
    return 2;
  }
}

async function ask(
  args: QueryArguments,
  reader: RegisterReader,
  roster: () => ReturnType<typeof readRoster>,
): Promise<Answer> {
  const { what, agency, region, year, verdict, rule, severity } = args;
  const filter: Filter = { agency, region, year, verdict, rule, severity };
  const thisYear = args.thisYear ?? new Date().getFullYear();
  if (what === "reports") {
    const rows = await askBreakingReports(reader, filter, thisYear);
    // Only JSON carries the figures; reading them costs one request for each 100 reports.
    const statistics = args.format === "json" ? await readStatistics(reader, rows.slice(0, args.limit)) : new Map();
    return { sheet: sheets.toReportSheet(rows), records: sheets.toReportRecords(rows, statistics) };
  }
  if (what === "findings") {
    const rows = await askFindings(reader, filter, thisYear);
    return { sheet: sheets.toFindingSheet(rows), records: sheets.toFindingRecords(rows) };
  }
  if (what === "cells") {
    const panel = await askCells(reader, filter, thisYear);
    const wide = (args.format ?? "table") !== "table";
    return {
      sheet: wide ? sheets.toPanelSheet(panel) : sheets.toUprightPanel(panel),
      records: sheets.toPanelRecords(panel),
    };
  }
  if (what === "history") {
    if (agency === undefined) throw new UsageError("history needs --agency NAME");
    const rows = await askHistory(reader, agency, year);
    return { sheet: sheets.toHistorySheet(rows), records: rows };
  }
  if (year === undefined) throw new UsageError(`${what} needs --year YEAR`);
  const entries = await roster();
  if (!entries)
    throw new UsageError(`${what} needs a roster: config/roster.csv in the documents bucket, or --roster FILE`);
  if (what === "territories") {
    const rows = await askTerritories(reader, entries, year);
    return { sheet: sheets.toTerritorySheet(rows), records: rows };
  }
  const rows = await askMissing(reader, entries, year, region);
  return { sheet: sheets.toMissingSheet(rows), records: rows };
}

async function writeJson(records: readonly unknown[], out: string | undefined): Promise<void> {
  const text = `[${records.map((record) => `\n${JSON.stringify(record)}`).join(",")}\n]\n`;
  if (out === undefined) print(text);
  else await writeFile(out, text);
}

function print(text: string): void {
  process.stdout.write(text);
}

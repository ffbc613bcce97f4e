import type { KeyCondition } from "./key-condition.ts";
import { keyConditions } from "./key-conditions.ts";

/** A question to the register: the command that asks it, and the key conditions it reads; of a sharded index one is shown. */
export interface Question {
  asks: string;
  command: string;
  conditions: readonly KeyCondition[];
  /** How many partitions of the index have to be asked for the whole answer. */
  partitions: number;
}

const agency = "云岭县教育局";

function question(asks: string, command: string, conditions: KeyCondition[]): Question {
  return { asks, command: `gouji ${command}`, conditions: conditions.slice(0, 1), partitions: conditions.length };
}

/** The questions that the documentation explains, with invented names. */
export const questions: readonly Question[] = [
  question("All reports of one agency", `query reports --agency ${agency}`, keyConditions.reportsOfAgency(agency)),
  question("One report", `query reports --agency ${agency} --year 2024`, keyConditions.reportOfAgency(agency, 2024)),
  question("All reports on one year", "query reports --year 2024", keyConditions.reportsOfYear(2024)),
  question(
    "The inconsistent reports on one year",
    "query reports --year 2024 --verdict inconsistent",
    keyConditions.reportsOfYear(2024, "inconsistent"),
  ),
  question("All reports of a region", "query reports --region 云岭县", keyConditions.reportsOfRegion("云岭县")),
  question(
    "A region's inconsistent reports on one year",
    "query reports --region 云岭县 --year 2024 --verdict inconsistent",
    keyConditions.reportsOfRegion("云岭县", 2024, "inconsistent"),
  ),
  question(
    "What is wrong with one report",
    `query findings --agency ${agency} --year 2024`,
    keyConditions.findingsOfAgency(agency, 2024),
  ),
  question(
    "Only its errors",
    `query findings --agency ${agency} --year 2024 --severity error`,
    keyConditions.findingsOfAgency(agency, 2024, "error"),
  ),
  question(
    "Who breaks one rule in one year",
    "query findings --rule applications/balance --year 2024",
    keyConditions.findingsOfRule("applications/balance", 2024),
  ),
  question(
    "The versions of one report",
    `query history --agency ${agency} --year 2024`,
    keyConditions.versionsOfAgency(agency, 2024),
  ),
  question("Files that could not be read", "status", keyConditions.documentsOfStatus("rejected")),
];

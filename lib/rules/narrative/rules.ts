import type { Rule } from "../../validator/finding.ts";
import { claimConflict } from "./claim-conflict.ts";
import { feeStatementMissing } from "./fee-statement-missing.ts";
import { growth } from "./growth.ts";
import { partExceedsWhole } from "./part-exceeds-whole.ts";
import { partsSum } from "./parts-sum.ts";
import { percentage } from "./percentage.ts";
import { tableMismatch } from "./table-mismatch.ts";
import { zeroConflict } from "./zero-conflict.ts";

/** What the prose says, held against itself and against the tables. */
export const narrativeRules: readonly Rule[] = [
  tableMismatch,
  partsSum,
  percentage,
  growth,
  feeStatementMissing,
  zeroConflict,
  claimConflict,
  partExceedsWhole,
];

import { carryOver, inForceBalance, itemsBalance } from "./balance-rules.ts";
import { historyGrowth } from "./growth.ts";
import { identical } from "./identical.ts";
import { outlier } from "./outlier.ts";
import type { PairRule } from "./pair-rule.ts";

/** Every rule between the reports of two consecutive years, in the order in which findings are told. */
export const pairRules: readonly PairRule[] = [
  carryOver,
  inForceBalance,
  itemsBalance,
  historyGrowth,
  identical,
  outlier,
];

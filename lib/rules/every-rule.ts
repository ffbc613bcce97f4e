import { versionConflict } from "./collection/version-conflict.ts";
import { hierarchySum } from "./hierarchy/sum.ts";
import { pairRules } from "./history/rules.ts";
import { rules } from "./rules.ts";

/** Every rule there is, whether it needs one report, two or a territory's, in the order in which findings are told. */
export const everyRule = [...rules, ...pairRules, versionConflict, hierarchySum];

import type { Rule } from "../validator/finding.ts";

/** Every rule that needs one report, in the order in which findings are told. */
export const rules: readonly Rule[] = [];

/** The pipeline's three Lambda functions; each is a folder below `functions/`. */
export const functionNames = ["extract", "assess", "digest"] as const;

export type FunctionName = (typeof functionNames)[number];

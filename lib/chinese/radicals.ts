/** CJK radicals that fonts map back to instead of the ideograph and that NFKC leaves alone: radical, ideograph. */
export const radicals: readonly (readonly [string, string])[] = [
  ["⺠", "民"],
  ["⻅", "见"],
  ["⻓", "长"],
];

/** A non-negative decimal number as an exact integer, scaled by 10^`digits`. */
function scaled(value: number, digits: number): bigint {
  return BigInt(Math.round(value * 10 ** digits));
}

/** 100 × part ÷ whole, rounded half up to `decimals` digits; exact for counts and for money to the fen. */
export function percentOf(part: number, whole: number, decimals: number): number {
  const numerator = scaled(part, 2) * 100n * 10n ** BigInt(decimals);
  const denominator = scaled(whole, 2);
  return Number((2n * numerator + denominator) / (2n * denominator)) / 10 ** decimals;
}

/** 100 × part ÷ whole, cut off after `decimals` digits. */
export function truncatedPercentOf(part: number, whole: number, decimals: number): number {
  const numerator = scaled(part, 2) * 100n * 10n ** BigInt(decimals);
  return Number(numerator / scaled(whole, 2)) / 10 ** decimals;
}

/** Whether `printed` per cent is 100 × part ÷ whole to within half a unit of its last digit. */
export function isPercentOf(printed: number, decimals: number, part: number, whole: number): boolean {
  const unit = 10n ** BigInt(decimals);
  const exact = scaled(part, 2) * 100n * unit;
  const told = scaled(printed, decimals) * scaled(whole, 2);
  const difference = told > exact ? told - exact : exact - told;
  return 2n * difference <= scaled(whole, 2);
}

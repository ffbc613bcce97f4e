/** Whether the values from `from` up to `to` are blank. */
export function isBlank(values: readonly { text: string }[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { text } = values[at]!;
    if (text !== "" && text.trim() !== "") return false;
  }
  return true;
}

/**
 * Reads `count` values out of a longer row whose merged cells left blank ones at one end. `side` says at which end the
 * values stand where the row alone does not tell; without it a row that could be read both ways is undefined.
 */
export function packValues<T extends { text: string }>(
  values: readonly T[],
  count: number,
  side?: "left" | "right",
): T[] | undefined {
  if (values.length === count) return [...values];
  if (values.length < count) return undefined;
  const left = isBlank(values, count, values.length);
  const right = isBlank(values, 0, values.length - count);
  if (left && (side === "left" || (!right && side === undefined))) return values.slice(0, count);
  return right && (side === "right" || (!left && side === undefined)) ? values.slice(-count) : undefined;
}

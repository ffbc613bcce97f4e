/** Reads `count` values out of a longer row whose merged cells left blank ones at one end; undefined where both ends are in use. */
export function packValues<T extends { text: string }>(
  values: readonly T[],
  count: number,
  prefer: "left" | "right" = "left",
): T[] | undefined {
  const blank = (entries: readonly T[]) => entries.every((entry) => entry.text.trim() === "");
  if (values.length === count) return [...values];
  if (values.length < count) return undefined;
  const left = blank(values.slice(count));
  const right = blank(values.slice(0, values.length - count));
  if (left && (prefer === "left" || !right)) return values.slice(0, count);
  return right ? values.slice(-count) : undefined;
}

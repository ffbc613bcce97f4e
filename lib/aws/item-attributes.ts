import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item } from "../ports.ts";

// Figures of hostile reports may be larger than what a double holds exactly; by default the SDK refuses to write them and reads
// them as another type.

/** An item (or a part of one) as DynamoDB takes it; what is undefined is left out. */
export function toAttributes(item: Record<string, unknown>) {
  return marshall(item, { removeUndefinedValues: true, allowImpreciseNumbers: true });
}

/** An item as DynamoDB gives it, every number a plain number. */
export function toItem(attributes: Parameters<typeof unmarshall>[0]): Item {
  return unmarshall(attributes, { wrapNumbers: Number }) as Item;
}

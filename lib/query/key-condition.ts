/** Which items of the results table a question reads: one partition of the table or of an index, and a range of its sort keys. */
export interface KeyCondition {
  /** Name of the index; null: the table itself. */
  index: string | null;
  partition: readonly [attribute: string, value: string];
  sort?: { attribute: string; equals: string } | { attribute: string; beginsWith: string };
}

/** The condition in DynamoDB's expression language, with its names and values. */
export function toExpression({ partition, sort }: KeyCondition): {
  KeyConditionExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Record<string, { S: string }>;
} {
  const names: Record<string, string> = { "#partition": partition[0] };
  const values: Record<string, { S: string }> = { ":partition": { S: partition[1] } };
  if (!sort) {
    return {
      KeyConditionExpression: "#partition = :partition",
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    };
  }
  const exact = "equals" in sort;
  names["#sort"] = sort.attribute;
  values[":sort"] = { S: exact ? sort.equals : sort.beginsWith };
  return {
    KeyConditionExpression: `#partition = :partition AND ${exact ? "#sort = :sort" : "begins_with(#sort, :sort)"}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  };
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The same condition as PartiQL, for the AWS console and `execute-statement`. */
export function toPartiQl(table: string, { index, partition, sort }: KeyCondition): string {
  const from = index === null ? `"${table}"` : `"${table}"."${index}"`;
  const first = `SELECT * FROM ${from} WHERE ${partition[0]} = ${quote(partition[1])}`;
  if (!sort) return first;
  const second =
    "equals" in sort
      ? `${sort.attribute} = ${quote(sort.equals)}`
      : `begins_with(${sort.attribute}, ${quote(sort.beginsWith)})`;
  return `${first} AND ${second}`;
}

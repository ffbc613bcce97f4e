/** The results table's keys and indexes: the stack makes them, the handlers and the local stack read them. */
export const resultsTable: {
  partitionKey: string;
  sortKey: string;
  indexes: readonly { name: string; partitionKey: string; sortKey: string; projected: readonly string[] }[];
} = {
  partitionKey: "pk",
  sortKey: "sk",
  indexes: [],
};

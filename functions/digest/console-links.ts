/**
 * Addresses in the AWS console of an s3:// address and of an item of the results table, for the partition, region and account of
 * `arn`; undefined for the local stack, which has no console. Presigned addresses would end with the function's session.
 */
export function createConsoleLinks(arn: string, table: string) {
  const [, partition, , region, account] = arn.split(":");
  if (!region || !account || /^0+$/.test(account)) return undefined;
  const host = `${region}.console.${partition === "aws-cn" ? "amazonaws.cn" : "aws.amazon.com"}`;
  return {
    object(address: string): string {
      const { hostname, pathname } = new URL(address);
      return `https://${host}/s3/object/${hostname}?region=${region}&prefix=${pathname.slice(1)}`;
    },
    item(pk: string, sk: string): string {
      const query = new URLSearchParams({ itemMode: "2", pk, sk, route: "ROUTE_ITEM_EXPLORER", table });
      return `https://${host}/dynamodbv2/home?region=${region}#edit-item?${query}`;
    },
  };
}

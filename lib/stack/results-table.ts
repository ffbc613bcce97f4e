import { RemovalPolicy } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import type { Construct } from "constructs";
import { resultsTable } from "../record/table.ts";
import type { GoujiPipelineProps } from "./pipeline-props.ts";
import { isOn } from "./safeguard.ts";

/** The results table with the keys and indexes that `lib/record/table.ts` declares: on demand, encrypted, restorable, kept. */
export function createResultsTable(scope: Construct, id: string, props: GoujiPipelineProps): Table {
  const string = (name: string) => ({ name, type: AttributeType.STRING });
  const table = new Table(scope, id, {
    partitionKey: string(resultsTable.partitionKey),
    sortKey: string(resultsTable.sortKey),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: props.encryptionKey ? TableEncryption.CUSTOMER_MANAGED : TableEncryption.AWS_MANAGED,
    ...(props.encryptionKey ? { encryptionKey: props.encryptionKey } : {}),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: isOn(props.safeguards?.pointInTimeRecovery) },
    deletionProtection: isOn(props.safeguards?.deletionProtection),
    removalPolicy: isOn(props.safeguards?.retainData) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  for (const index of resultsTable.indexes) {
    table.addGlobalSecondaryIndex({
      indexName: index.name,
      partitionKey: string(index.partitionKey),
      sortKey: string(index.sortKey),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...index.projected],
    });
  }
  return table;
}

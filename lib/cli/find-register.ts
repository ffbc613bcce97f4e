import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { ListBucketsCommand, S3Client } from "@aws-sdk/client-s3";
import { createClients } from "../local/create-clients.ts";

/** Where the register is, as the command line says it. */
export interface WhereArguments {
  stack?: string;
  endpoint?: string;
  dynamodbEndpoint?: string;
  table?: string;
  awsRegion?: string;
}

/** The results table and the documents bucket (null: not known) with clients for them. */
export interface FoundRegister {
  dynamodb: DynamoDBClient;
  s3: S3Client;
  table: string;
  documentsBucket: string | null;
}

/** The command line does not say where the register is, or it is not there; the message says what to do. */
export class RegisterNotFoundError extends Error {}

/** Finds a deployed stack's register by its outputs, or that of `gouji serve` by its endpoints. Throws `RegisterNotFoundError`. */
export async function findRegister(where: WhereArguments): Promise<FoundRegister> {
  if (where.endpoint !== undefined || where.dynamodbEndpoint !== undefined) return findLocal(where);
  const region = where.awsRegion ? { region: where.awsRegion } : {};
  if (where.stack !== undefined) return findStack(where.stack, region);
  if (where.table === undefined) {
    throw new RegisterNotFoundError(
      "say where the register is: --stack NAME of a deployed stack, or --endpoint URL of gouji serve",
    );
  }
  return { dynamodb: new DynamoDBClient(region), s3: new S3Client(region), table: where.table, documentsBucket: null };
}

async function findStack(name: string, region: { region?: string }): Promise<FoundRegister> {
  const cloudFormation = new CloudFormationClient(region);
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName: name })).catch((error: Error) => {
    throw new RegisterNotFoundError(`stack ${name}: ${error.message}`, { cause: error });
  });
  const outputs = new Map(Stacks?.[0]?.Outputs?.map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue]));
  const table = outputs.get("TableName");
  if (!table) throw new RegisterNotFoundError(`stack ${name} has no output TableName: is it a stack of gouji?`);
  return {
    dynamodb: new DynamoDBClient(region),
    s3: new S3Client(region),
    table,
    documentsBucket: outputs.get("DocumentsBucket") ?? null,
  };
}

/** The port of `gouji serve`'s DynamoDB where it was not told another. */
const usualDynamodbPort = 8000;

async function findLocal({ endpoint, dynamodbEndpoint, table }: WhereArguments): Promise<FoundRegister> {
  const usual = () => {
    const url = new URL(endpoint!);
    return `${url.protocol}//${url.hostname}:${usualDynamodbPort}`;
  };
  try {
    const { dynamodb, s3 } = createClients({
      endpoint: endpoint ?? dynamodbEndpoint!,
      dynamodbEndpoint: dynamodbEndpoint ?? usual(),
    });
    return {
      dynamodb,
      s3,
      table: table ?? (await onlyTable(dynamodb)),
      documentsBucket: endpoint === undefined ? null : await findDocumentsBucket(s3),
    };
  } catch (error) {
    if (error instanceof RegisterNotFoundError) throw error;
    const said = dynamodbEndpoint === undefined ? " (give --dynamodb-endpoint too, as gouji serve printed it)" : "";
    throw new RegisterNotFoundError(
      `nothing answers there${said}: ${(error as Error).message || (error as Error).name}`,
      {
        cause: error,
      },
    );
  }
}

async function onlyTable(dynamodb: DynamoDBClient): Promise<string> {
  const { TableNames = [] } = await dynamodb.send(new ListTablesCommand({}));
  if (TableNames.length === 1) return TableNames[0]!;
  throw new RegisterNotFoundError(
    TableNames.length === 0 ? "there is no table at that endpoint" : `say which --table: ${TableNames.join(", ")}`,
  );
}

async function findDocumentsBucket(s3: S3Client): Promise<string | null> {
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  return Buckets.find(({ Name }) => Name?.includes("documents"))?.Name ?? null;
}

import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import {
  GetQueueAttributesCommand,
  ListDeadLetterSourceQueuesCommand,
  ListQueuesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { createClients } from "../local/create-clients.ts";
import { RegisterNotFoundError, type WhereArguments } from "./find-register.ts";

/** A step's queue and what failed every try there. */
export interface StageQueues {
  stage: string;
  queueUrl: string;
  deadLetterUrl: string;
}

export interface FoundQueues {
  sqs: SQSClient;
  stages: StageQueues[];
}

const order = ["extract", "assess", "digest"];

/** Finds the queues of a deployed stack by its output, or those of `gouji serve`. Throws `RegisterNotFoundError`. */
export async function findQueues({ stack, endpoint, awsRegion }: WhereArguments): Promise<FoundQueues> {
  if (endpoint !== undefined) {
    const { sqs } = createClients({ endpoint, dynamodbEndpoint: endpoint });
    return { sqs, stages: inOrder(await findLocal(sqs)) };
  }
  if (stack === undefined) {
    throw new RegisterNotFoundError(
      "say where the queues are: --stack NAME of a deployed stack, or --endpoint URL of gouji serve",
    );
  }
  const region = awsRegion ? { region: awsRegion } : {};
  const sqs = new SQSClient(region);
  const urls = await readDeadLetterUrls(new CloudFormationClient(region), stack);
  return { sqs, stages: inOrder(await Promise.all(urls.map((url) => findSource(sqs, url)))) };
}

async function readDeadLetterUrls(cloudFormation: CloudFormationClient, StackName: string): Promise<string[]> {
  const { Stacks } = await cloudFormation.send(new DescribeStacksCommand({ StackName })).catch((error: Error) => {
    throw new RegisterNotFoundError(`stack ${StackName}: ${error.message}`, { cause: error });
  });
  const output = Stacks?.[0]?.Outputs?.find(({ OutputKey }) => OutputKey === "DeadLetterQueueUrls")?.OutputValue;
  if (!output)
    throw new RegisterNotFoundError(`stack ${StackName} has no output DeadLetterQueueUrls: is it a stack of gouji?`);
  return output.split(",");
}

async function findSource(sqs: SQSClient, deadLetterUrl: string): Promise<StageQueues> {
  const { queueUrls = [] } = await sqs.send(new ListDeadLetterSourceQueuesCommand({ QueueUrl: deadLetterUrl }));
  if (!queueUrls[0]) throw new RegisterNotFoundError(`no queue sends its dead letters to ${deadLetterUrl}`);
  return { stage: stageOf(deadLetterUrl), queueUrl: queueUrls[0], deadLetterUrl };
}

/** fauxqs cannot list the sources of a dead-letter queue; the queues themselves say where their dead letters go. */
async function findLocal(sqs: SQSClient): Promise<StageQueues[]> {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({})).catch((error: Error) => {
    throw new RegisterNotFoundError(`nothing answers there: ${error.message || error.name}`, { cause: error });
  });
  const urlOf = (arn: string) => QueueUrls.find((url) => url.endsWith(`/${arn.slice(arn.lastIndexOf(":") + 1)}`));
  const found: StageQueues[] = [];
  for (const queueUrl of QueueUrls) {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ["RedrivePolicy"] }),
    );
    const deadLetterUrl = Attributes?.RedrivePolicy && urlOf(JSON.parse(Attributes.RedrivePolicy).deadLetterTargetArn);
    if (deadLetterUrl) found.push({ stage: stageOf(queueUrl), queueUrl, deadLetterUrl });
  }
  return found;
}

function stageOf(url: string): string {
  const name = url.slice(url.lastIndexOf("/") + 1);
  return order.find((stage) => name.toLowerCase().includes(stage)) ?? name;
}

function inOrder(stages: StageQueues[]): StageQueues[] {
  return stages.toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage));
}

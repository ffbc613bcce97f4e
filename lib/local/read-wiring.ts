import type * as z from "zod";
import { localName, nameResources } from "./name-resources.ts";
import { type Attributes, resolveIntrinsics } from "./resolve-intrinsics.ts";
import * as schemas from "./template-schemas.ts";
import type { WiredBucket, WiredFunction, WiredQueue, Wiring } from "./wiring.ts";

export interface Resource {
  Type: string;
  Properties?: Record<string, unknown>;
  Metadata?: Record<string, unknown>;
}

export interface Template {
  Resources: Record<string, Resource>;
  Outputs?: Record<string, { Value: unknown }>;
}

/** Reads the wiring out of a CloudFormation template: names are made from logical ids, everything else stands in the template. */
export function readWiring(template: Template, region: string): Wiring {
  const attributes = nameResources(template, region);
  const read = <S extends z.ZodObject>(type: string, schema: S) => readResources(template, attributes, type, schema);
  const outputs = Object.entries(template.Outputs ?? {});
  return {
    region,
    buckets: read("AWS::S3::Bucket", schemas.bucketSchema).map(([id, bucket]) => toBucket(localName(id), bucket)),
    queues: read("AWS::SQS::Queue", schemas.queueSchema).map(([id, queue]) => toQueue(attributes.get(id)!, queue)),
    topics: Object.entries(template.Resources)
      .filter(([, { Type }]) => Type === "AWS::SNS::Topic")
      .map(([id]) => ({ name: localName(id), arn: attributes.get(id)!["Ref"]! })),
    subscriptions: read("AWS::SNS::Subscription", schemas.subscriptionSchema)
      .filter(([, { Protocol }]) => Protocol === "sqs")
      .map(([, subscription]) => toSubscription(subscription)),
    tables: read("AWS::DynamoDB::Table", schemas.tableSchema).map(([id, definition]) => ({
      name: localName(id),
      definition: { TableName: localName(id), ...definition },
    })),
    functions: readFunctions(template, attributes),
    outputs: Object.fromEntries(
      outputs.map(([name, { Value }]) => [name, String(resolveIntrinsics(Value, attributes))]),
    ),
  };
}

/** The resources of one type; only the properties that the schema names are resolved, so that policies and keys need not be. */
function readResources<S extends z.ZodObject>(
  template: Template,
  attributes: Attributes,
  type: string,
  schema: S,
): [id: string, properties: z.output<S>][] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, { Properties = {} }]) => {
      const wanted = Object.entries(Properties).filter(([name]) => name in schema.shape);
      return [id, schema.parse(resolveIntrinsics(Object.fromEntries(wanted), attributes))];
    });
}

function toBucket(name: string, bucket: z.output<typeof schemas.bucketSchema>): WiredBucket {
  const configurations = bucket.NotificationConfiguration?.QueueConfigurations ?? [];
  return {
    name,
    versioned: bucket.VersioningConfiguration?.Status === "Enabled",
    notifications: configurations.map(({ Event, Queue, Filter }) => {
      const rule = (wanted: string) =>
        Filter?.S3Key.Rules.find(({ Name }) => Name.toLowerCase() === wanted)?.Value ?? "";
      return { event: Event, queue: lastPart(Queue), prefix: rule("prefix"), suffix: rule("suffix") };
    }),
  };
}

function toQueue(names: Readonly<Record<string, string>>, queue: z.output<typeof schemas.queueSchema>): WiredQueue {
  const attributes = Object.entries(queue).map(([name, value]) => [
    name,
    typeof value === "object" ? JSON.stringify(value) : String(value),
  ]);
  return { name: names["QueueName"]!, arn: names["Arn"]!, attributes: Object.fromEntries(attributes) };
}

function toSubscription(subscription: z.output<typeof schemas.subscriptionSchema>): Wiring["subscriptions"][number] {
  const { TopicArn, Endpoint, RawMessageDelivery, FilterPolicy, FilterPolicyScope } = subscription;
  return {
    topic: lastPart(TopicArn),
    queue: lastPart(Endpoint),
    attributes: {
      ...(RawMessageDelivery ? { RawMessageDelivery: "true" } : {}),
      ...(FilterPolicy ? { FilterPolicy: JSON.stringify(FilterPolicy) } : {}),
      ...(FilterPolicyScope ? { FilterPolicyScope } : {}),
    },
  };
}

function readFunctions(template: Template, attributes: Attributes): WiredFunction[] {
  const sources = readResources(template, attributes, "AWS::Lambda::EventSourceMapping", schemas.eventSourceSchema);
  const functions = readResources(template, attributes, "AWS::Lambda::Function", schemas.functionSchema);
  return functions.map(([id, { Environment, Timeout, MemorySize }]) => ({
    name: String(template.Resources[id]?.Metadata?.["gouji:function"]),
    environment: Environment?.Variables ?? {},
    timeoutSeconds: Timeout,
    memoryMegabytes: MemorySize,
    sources: sources
      .filter(([, source]) => source.FunctionName === localName(id))
      .map(([, source]) => ({
        queue: lastPart(source.EventSourceArn),
        batchSize: source.BatchSize,
        windowSeconds: source.MaximumBatchingWindowInSeconds,
        maxConcurrency: source.ScalingConfig?.MaximumConcurrency ?? 1000,
      })),
  }));
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf(":") + 1);
}

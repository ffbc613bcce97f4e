/** What the local stack needs to know of a synthesised template, with local names and ARNs in the place of references. */
export interface Wiring {
  region: string;
  buckets: WiredBucket[];
  queues: WiredQueue[];
  topics: { name: string; arn: string }[];
  subscriptions: { topic: string; queue: string; attributes: Record<string, string> }[];
  tables: WiredTable[];
  functions: WiredFunction[];
  outputs: Record<string, string>;
}

export interface WiredBucket {
  name: string;
  versioned: boolean;
  /** `event` is a pattern such as `s3:ObjectCreated:*`. */
  notifications: { event: string; queue: string; prefix: string; suffix: string }[];
}

export interface WiredQueue {
  name: string;
  arn: string;
  /** As SQS has them: texts, times in seconds. */
  attributes: Record<string, string>;
}

export interface WiredTable {
  name: string;
  definition: Record<string, unknown>;
}

export interface WiredFunction {
  name: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMegabytes: number;
  sources: { queue: string; batchSize: number; windowSeconds: number; maxConcurrency: number }[];
}

/** The account number that fauxqs uses for everything. */
export const localAccount = "000000000000";

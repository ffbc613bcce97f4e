import { randomUUID } from "node:crypto";
import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { Context, SQSBatchResponse } from "aws-lambda";
import { toSqsEvent } from "./to-sqs-event.ts";

export type SqsHandler = (event: unknown, context: Context) => Promise<SQSBatchResponse | undefined>;

export interface EventSourceOptions {
  functionName: string;
  handler: SqsHandler;
  queueUrl: string;
  queueArn: string;
  batchSize: number;
  /** How long a batch is gathered. */
  windowSeconds: number;
  timeoutSeconds: number;
  memoryMegabytes: number;
  concurrency: number;
  /** Wait before the second try of a failed message; doubled for each further one, up to eight times as long. */
  retrySeconds: number;
  report(problem: string): void;
}

/** Reads one queue as Lambda's event source does: batches, a window, partial batch answers, retries up to the dead-letter queue. */
export class EventSource {
  private readonly sqs: SQSClient;
  private readonly options: EventSourceOptions;
  private readonly stopping = new AbortController();
  private readonly loops: Promise<void>[];

  constructor(sqs: SQSClient, options: EventSourceOptions) {
    this.sqs = sqs;
    this.options = options;
    this.loops = Array.from({ length: options.concurrency }, () => this.run());
  }

  /** Receives nothing more, hands over what it has gathered, and ends when the last batch is done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        const messages = await this.gather();
        if (messages.length > 0) await this.deliver(messages);
      } catch (error) {
        if (signal.aborted) return;
        this.options.report(`${this.options.functionName}: ${(error as Error).message}`);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  private async gather(): Promise<Message[]> {
    const { batchSize, windowSeconds } = this.options;
    const messages = await this.receive(batchSize, 20);
    const end = Date.now() + windowSeconds * 1000;
    while (messages.length > 0 && messages.length < batchSize && !this.stopping.signal.aborted) {
      const seconds = Math.ceil((end - Date.now()) / 1000);
      if (seconds <= 0) break;
      messages.push(...(await this.receive(batchSize - messages.length, Math.min(seconds, 20))));
    }
    return messages;
  }

  /** An aborted request may leave messages invisible; the next start shows them again. */
  private async receive(most: number, waitSeconds: number): Promise<Message[]> {
    const command = new ReceiveMessageCommand({
      QueueUrl: this.options.queueUrl,
      MaxNumberOfMessages: Math.min(most, 10),
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ["All"],
      MessageAttributeNames: ["All"],
    });
    try {
      const { Messages = [] } = await this.sqs.send(command, { abortSignal: this.stopping.signal });
      return Messages;
    } catch (error) {
      if (this.stopping.signal.aborted) return [];
      throw error;
    }
  }

  private async deliver(messages: Message[]): Promise<void> {
    const failed = await this.invoke(messages);
    const done = messages.filter(({ MessageId }) => !failed.has(MessageId!));
    const again = messages.filter(({ MessageId }) => failed.has(MessageId!));
    await inTens(done, async (ten) => {
      const Entries = ten.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
      await this.sqs.send(new DeleteMessageBatchCommand({ QueueUrl: this.options.queueUrl, Entries }));
    });
    await inTens(again, async (ten) => {
      const Entries = ten.map(({ ReceiptHandle, Attributes }, index) => ({
        Id: String(index),
        ReceiptHandle,
        VisibilityTimeout: this.delay(Number(Attributes?.ApproximateReceiveCount ?? 1)),
      }));
      await this.sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: this.options.queueUrl, Entries }));
    });
  }

  private delay(tries: number): number {
    return Math.round(this.options.retrySeconds * Math.min(2 ** (tries - 1), 8));
  }

  /** The ids of the messages that failed: all of them when the handler throws, takes too long or answers nonsense. */
  private async invoke(messages: Message[]): Promise<Set<string>> {
    const { functionName, handler, queueArn, timeoutSeconds } = this.options;
    const all = new Set(messages.map(({ MessageId }) => MessageId!));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`timed out after ${timeoutSeconds} s`)), timeoutSeconds * 1000);
    });
    try {
      const answer = await Promise.race([handler(toSqsEvent(messages, queueArn), this.createContext()), late]);
      const failures = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
      if (failures.length > 0) this.options.report(`${functionName}: ${failures.length} of ${messages.length} failed`);
      return failures.every((id) => all.has(id)) ? new Set(failures) : all;
    } catch (error) {
      this.options.report(`${functionName}: ${(error as Error).stack ?? error}`);
      return all;
    } finally {
      clearTimeout(timer);
    }
  }

  private createContext(): Context {
    const { functionName, timeoutSeconds, memoryMegabytes } = this.options;
    const end = Date.now() + timeoutSeconds * 1000;
    return {
      functionName,
      functionVersion: "$LATEST",
      invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
      memoryLimitInMB: String(memoryMegabytes),
      awsRequestId: randomUUID(),
      logGroupName: functionName,
      logStreamName: "local",
      callbackWaitsForEmptyEventLoop: false,
      getRemainingTimeInMillis: () => Math.max(0, end - Date.now()),
      done: () => {},
      fail: () => {},
      succeed: () => {},
    };
  }
}

/** SQS takes ten messages in a batch call. */
async function inTens(messages: Message[], act: (ten: Message[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < messages.length; start += 10) await act(messages.slice(start, start + 10));
}

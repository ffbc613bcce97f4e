import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { findQueues, type StageQueues } from "./find-queues.ts";
import { RegisterNotFoundError, type WhereArguments } from "./find-register.ts";

/** How long a message is held while it moves, in seconds. */
const holdSeconds = 60;

/**
 * `gouji redrive`: sends every dead letter back to its queue, for the time after the cause was mended. A message is sent before it
 * is deleted, so an interruption doubles one at worst, which changes nothing. Answers the exit code: 0, or 2 for wrong use.
 */
export async function runRedrive(where: WhereArguments): Promise<number> {
  try {
    const { sqs, stages } = await findQueues(where);
    for (const stage of stages) {
      const moved = await moveAll(sqs, stage);
      console.log(`${stage.stage}: ${moved === 0 ? "no dead letters" : `${moved} sent back`}`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof RegisterNotFoundError)) throw error;
    console.error(`gouji redrive: ${error.message}`);
    return 2;
  }
}

/** Messages that come back while others move are left for another call: each is moved once. */
async function moveAll(sqs: SQSClient, { queueUrl, deadLetterUrl }: StageQueues): Promise<number> {
  const seen = new Set<string>();
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: deadLetterUrl,
        MaxNumberOfMessages: 10,
        VisibilityTimeout: holdSeconds,
        WaitTimeSeconds: 1,
        MessageAttributeNames: ["All"],
      }),
    );
    const fresh = Messages.filter(({ MessageId }) => !seen.has(MessageId!));
    if (fresh.length === 0) return seen.size;
    for (const message of fresh) {
      seen.add(message.MessageId!);
      await move(sqs, message, queueUrl, deadLetterUrl);
    }
  }
}

async function move(sqs: SQSClient, message: Message, queueUrl: string, deadLetterUrl: string): Promise<void> {
  const { Body: MessageBody, MessageAttributes, ReceiptHandle } = message;
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody, MessageAttributes }));
  await sqs.send(new DeleteMessageCommand({ QueueUrl: deadLetterUrl, ReceiptHandle }));
}

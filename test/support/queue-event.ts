import type { Context } from "aws-lambda";

/** What Lambda gives a function besides the event. */
export const lambdaContext = {
  functionName: "function",
  memoryLimitInMB: "1024",
  invokedFunctionArn: "arn:aws:lambda:local:000000000000:function:function",
  awsRequestId: "request",
  getRemainingTimeInMillis: () => 60_000,
} as Context;

/** A batch as the queue delivers it, its messages numbered. */
export function toQueueEvent(bodies: readonly unknown[], receiveCount = 1) {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `message-${index}`,
      receiptHandle: `handle-${index}`,
      body: typeof body === "string" ? body : JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: String(receiveCount),
        SentTimestamp: "1767225600000",
        SenderId: "sender",
        ApproximateFirstReceiveTimestamp: "1767225600000",
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:local:000000000000:queue",
      awsRegion: "local",
    })),
  };
}

export interface ObjectChangeSketch {
  name?: string;
  bucket?: string;
  key: string;
  etag?: string;
  size?: number;
  sequencer?: string;
  time?: string;
}

/** An S3 notification as a queue carries it. */
export function toNotification(...changes: ObjectChangeSketch[]) {
  return {
    Records: changes.map(({ name = "ObjectCreated:Put", bucket = "uploads", key, etag, size, sequencer, time }) => ({
      eventVersion: "2.1",
      eventSource: "aws:s3",
      awsRegion: "local",
      eventTime: time ?? "2026-01-01T00:00:00.000Z",
      eventName: name,
      s3: {
        s3SchemaVersion: "1.0",
        bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}` },
        object: {
          key: encodeURIComponent(key).replaceAll("%20", "+").replaceAll("%2F", "/"),
          ...(size === undefined ? {} : { size }),
          ...(etag === undefined ? {} : { eTag: etag }),
          ...(sequencer === undefined ? {} : { sequencer }),
        },
      },
    })),
  };
}

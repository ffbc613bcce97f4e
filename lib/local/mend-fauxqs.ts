import type { FastifyInstance } from "fastify";

/** Mends what fauxqs 2.4.1 does otherwise than SQS; each hook can go when fauxqs does it. */
export function mendFauxqs(app: FastifyInstance): void {
  nameQueuesByAddress(app);
  keepReleasedMessages(app);
}

/** It names queues by a host that some machines cannot resolve, and by the port of the process that made them. */
function nameQueuesByAddress(app: FastifyInstance): void {
  app.addHook("onSend", async (request, _reply, payload) => {
    const target = String(request.headers["x-amz-target"] ?? "");
    if (typeof payload !== "string" || !/\.(?:GetQueueUrl|ListQueues|CreateQueue)$/.test(target)) return payload;
    return payload.replaceAll(/http:\/\/sqs\.[\w-]+\.localhost(?::\d+)?\//g, `http://${request.headers.host}/`);
  });
}

/**
 * It loses a message whose visibility is set to 0: its database refuses the receive count null, after the message was taken from
 * memory. A millisecond takes another way.
 */
function keepReleasedMessages(app: FastifyInstance): void {
  app.addHook("preHandler", async (request) => {
    if (!/\.ChangeMessageVisibility(?:Batch)?$/.test(String(request.headers["x-amz-target"] ?? ""))) return;
    const body = request.body as { VisibilityTimeout?: number; Entries?: { VisibilityTimeout?: number }[] };
    for (const entry of [body, ...(body.Entries ?? [])])
      if (entry.VisibilityTimeout === 0) entry.VisibilityTimeout = 0.001;
  });
}

import type { FastifyInstance } from "fastify";

/** Mends what fauxqs 2.4.1 does otherwise than SQS and SNS; each hook can go when fauxqs does it. */
export function mendFauxqs(app: FastifyInstance): void {
  nameQueuesByAddress(app);
  keepReleasedMessages(app);
  filterByRules(app);
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

/**
 * Its filter policies compare the text of an array, not the array's elements, so that `rules`, a String.Array, never matches. Each
 * condition on it gets a companion that finds a whole or beginning element in that text.
 */
function filterByRules(app: FastifyInstance): void {
  app.addHook("preHandler", async (request) => {
    const body = request.body as Record<string, unknown> | undefined;
    const action = body?.Action;
    if (!body || (action !== "Subscribe" && action !== "SetSubscriptionAttributes")) return;
    for (const [name, value] of Object.entries(body)) {
      if (value !== "FilterPolicy") continue;
      const target = name === "AttributeName" ? "AttributeValue" : name.replace(/\.key$/, ".value");
      if (typeof body[target] === "string") body[target] = findInArray(body[target]);
    }
  });
}

function findInArray(text: string): string {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    return text; // its own message says what is wrong
  }
  const conditions = (policy as { rules?: unknown } | null)?.rules;
  if (!Array.isArray(conditions)) return text;
  return JSON.stringify({ ...(policy as object), rules: conditions.flatMap((one) => [one, ...inArray(one)]) });
}

function inArray(condition: unknown): { wildcard: string }[] {
  const prefix = (condition as { prefix?: unknown } | null)?.prefix;
  if (typeof condition === "string") return [{ wildcard: `*${JSON.stringify(condition)}*` }];
  return typeof prefix === "string" ? [{ wildcard: `*${JSON.stringify(prefix).slice(0, -1)}*` }] : [];
}

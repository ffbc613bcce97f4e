import type { FastifyInstance, FastifyRequest } from "fastify";
import type { EventNotifier, ObjectChange } from "./event-notifier.ts";

/**
 * Watches the S3 requests of the local web server and notifies of every object written or deleted, in the order of the answers.
 * `notifier` answers null until the stack is ready. Returns a function that waits for what is still to be told.
 */
export function watchRequests(
  app: FastifyInstance,
  notifier: () => EventNotifier | null,
  report: (problem: string) => void,
): () => Promise<void> {
  let told = Promise.resolve();
  // Not onSend: fauxqs' handlers answer without returning, so that Fastify sends again while an onSend hook waits.
  app.addHook("onResponse", async (request, reply) => {
    const current = notifier();
    if (!current || reply.statusCode >= 300 || !["PUT", "POST", "DELETE"].includes(request.method)) return;
    const { bucket, "*": key = "" } = (request.params ?? {}) as { bucket?: string; "*"?: string };
    if (!bucket) return;
    const changes = changesOf(request, bucket, key, current).filter((change) => current.concerns(bucket, change.key));
    const etag = unquote(reply.getHeader("etag"));
    for (const change of changes) {
      told = told
        .then(() => tell(app, current, { etag, ...change }))
        .catch((error: Error) => report(String(error.stack)));
    }
    await told;
  });
  return () => told;
}

/** The answer to a plain upload says everything; of other objects S3 is asked. */
async function tell(app: FastifyInstance, notifier: EventNotifier, change: ObjectChange): Promise<void> {
  const removed = change.name.startsWith("ObjectRemoved");
  const known = removed || (change.etag !== undefined && change.size !== undefined);
  notifier.notify(known ? change : { ...change, ...(await describe(app, change)) });
}

function changesOf(request: FastifyRequest, bucket: string, key: string, notifier: EventNotifier): ObjectChange[] {
  const query = (request.query ?? {}) as Record<string, string>;
  const created = (how: string, of = key): ObjectChange[] => [{ name: `ObjectCreated:${how}`, bucket, key: of }];
  const removed = (of: string): ObjectChange => ({ name: notifier.removalName(bucket), bucket, key: of });
  if (request.method === "DELETE") return key === "" || "uploadId" in query ? [] : [removed(key)];
  if (request.method === "PUT") {
    if (key === "" || "uploadId" in query) return [];
    if (request.headers["x-amz-copy-source"]) return created("Copy");
    return created("Put").map((change) => ({ ...change, size: sizeOf(request) }));
  }
  if ("uploads" in query) return [];
  if ("uploadId" in query) return created("CompleteMultipartUpload");
  const body = String(request.body);
  if (request.headers["content-type"]?.startsWith("multipart/form-data")) {
    const field = /name="key"\r\n\r\n([^\r\n]*)/.exec(body)?.[1];
    return field ? created("Post", field) : [];
  }
  return [...body.matchAll(/<Key>([\s\S]*?)<\/Key>/g)].map((match) => removed(unescapeXml(match[1]!)));
}

/** Bytes of an uploaded object, whose body may come in chunks with a frame of their own. */
function sizeOf({ headers, body }: FastifyRequest): number | undefined {
  const decoded = headers["x-amz-decoded-content-length"];
  if (decoded !== undefined) return Number(decoded);
  const framed = headers["content-encoding"]?.includes("aws-chunked");
  return framed || !Buffer.isBuffer(body) ? undefined : body.byteLength;
}

/** What S3 says of the object now; nothing when it is gone again. */
async function describe(app: FastifyInstance, { bucket, key }: ObjectChange): Promise<Partial<ObjectChange>> {
  const path = key.split("/").map(encodeURIComponent).join("/");
  const { headers, statusCode } = await app.inject({ method: "HEAD", url: `/${bucket}/${path}` });
  if (statusCode !== 200) return {};
  return { etag: unquote(headers["etag"]), size: Number(headers["content-length"]) };
}

function unquote(etag: number | string | string[] | undefined): string | undefined {
  return etag === undefined ? undefined : String(etag).replaceAll('"', "");
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (named[name] ?? whole);
  });
}

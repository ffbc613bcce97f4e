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
    const etag = reply.getHeader("etag");
    for (const change of changes) {
      told = told
        .then(() => tell(app, current, change, etag ? String(etag) : ""))
        .catch((error: Error) => report(String(error.stack)));
    }
    await told;
  });
  return () => told;
}

/** An object that is gone again before it was told keeps the ETag of its own answer. */
async function tell(app: FastifyInstance, notifier: EventNotifier, change: ObjectChange, etag: string): Promise<void> {
  const created = change.name.startsWith("ObjectCreated");
  notifier.notify(created ? { ...change, etag: etag.replaceAll('"', ""), ...(await describe(app, change)) } : change);
}

function changesOf(request: FastifyRequest, bucket: string, key: string, notifier: EventNotifier): ObjectChange[] {
  const query = (request.query ?? {}) as Record<string, string>;
  const created = (how: string, of = key): ObjectChange[] => [{ name: `ObjectCreated:${how}`, bucket, key: of }];
  const removed = (of: string): ObjectChange => ({ name: notifier.removalName(bucket), bucket, key: of });
  if (request.method === "DELETE") return key === "" || "uploadId" in query ? [] : [removed(key)];
  if (request.method === "PUT") {
    if (key === "" || "uploadId" in query) return [];
    return created(request.headers["x-amz-copy-source"] ? "Copy" : "Put");
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

/** What S3 says of the object now: the request's own numbers may be of an encoded body. */
async function describe(app: FastifyInstance, { bucket, key }: ObjectChange): Promise<Partial<ObjectChange>> {
  const path = key.split("/").map(encodeURIComponent).join("/");
  const { headers, statusCode } = await app.inject({ method: "HEAD", url: `/${bucket}/${path}` });
  if (statusCode !== 200) return {};
  return {
    etag: String(headers["etag"] ?? "").replaceAll('"', ""),
    size: Number(headers["content-length"]),
    modified: Math.floor(Date.parse(String(headers["last-modified"])) / 1000),
  };
}

function unescapeXml(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (named[name] ?? whole);
  });
}

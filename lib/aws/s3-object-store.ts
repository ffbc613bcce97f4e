import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import type { ObjectStore } from "../ports.ts";

/** Buckets on S3. The role needs s3:ListBucket, without which S3 answers 403 for an object that is not there. */
export function createS3ObjectStore(s3: S3Client): ObjectStore {
  return {
    async read(bucket, key, byteLimit) {
      const object = await orNull(s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })));
      if (!object) return null;
      return {
        etag: unquote(object.ETag),
        versionId: object.VersionId ?? null,
        metadata: object.Metadata ?? {},
        lastModified: object.LastModified?.toISOString() ?? null,
        bytes: await readBody(object, byteLimit),
      };
    },
    async exists(bucket, key) {
      return (await orNull(s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key })))) !== null;
    },
    async write(bucket, key, body, contentType) {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: contentType }));
    },
  };
}

async function orNull<Output>(answer: Promise<Output>): Promise<Output | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof S3ServiceException && ["NoSuchKey", "NotFound"].includes(error.name)) return null;
    if (
      error instanceof S3ServiceException &&
      error.$metadata.httpStatusCode === 404 &&
      error.name !== "NoSuchBucket"
    ) {
      return null;
    }
    throw error;
  }
}

/** Reads the body up to the limit; null, and nothing more is fetched, when it is larger. */
async function readBody(object: GetObjectCommandOutput, byteLimit: number): Promise<Uint8Array | null> {
  const stream = object.Body as unknown as (AsyncIterable<Uint8Array> & { destroy?: () => void }) | undefined;
  if (!stream) return new Uint8Array();
  if ((object.ContentLength ?? 0) > byteLimit) {
    stream.destroy?.();
    return null;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > byteLimit) {
      stream.destroy?.();
      return null;
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, size));
}

function unquote(etag: string | undefined): string | null {
  return etag?.replaceAll('"', "") ?? null;
}

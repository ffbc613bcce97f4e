import { CopyObjectCommand, ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";
import { findRegister, RegisterNotFoundError, type WhereArguments } from "./find-register.ts";

/** Where `extract` keeps its results in the documents bucket; each object written there is assessed. */
const prefix = "documents/";
/** Objects touched at the same time. */
const atOnce = 16;

/**
 * `gouji reassess`: lets the workflow assess every stored document again, with the rules it has now and without extracting
 * anew. Each is copied onto itself, which S3 tells the workflow like a new one; what comes out as before is told to nobody.
 * Answers the exit code: 0, or 2 for wrong use.
 */
export async function runReassess(where: WhereArguments): Promise<number> {
  try {
    const { s3, documentsBucket } = await findRegister(where);
    if (documentsBucket === null) {
      throw new RegisterNotFoundError(
        "the documents bucket is not known: give --stack NAME, or --endpoint URL of gouji serve",
      );
    }
    const count = await touchAll(s3, documentsBucket);
    console.error(`${count} stored documents are being assessed again; alerts follow only where something differs.`);
    return 0;
  } catch (error) {
    if (!(error instanceof RegisterNotFoundError)) throw error;
    console.error(`gouji reassess: ${error.message}`);
    return 2;
  }
}

async function touchAll(s3: S3Client, bucket: string): Promise<number> {
  const keys = listKeys(s3, bucket);
  let count = 0;
  const work = async () => {
    for (let next = await keys.next(); !next.done; next = await keys.next()) {
      await touch(s3, bucket, next.value);
      count++;
      if (process.stderr.isTTY && count % 100 === 0) process.stderr.write(`\r${count}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  if (process.stderr.isTTY && count >= 100) process.stderr.write("\r");
  return count;
}

async function* listKeys(s3: S3Client, bucket: string): AsyncGenerator<string> {
  let next: string | undefined;
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: next }));
    for (const { Key } of page.Contents ?? []) if (Key) yield Key;
    next = page.NextContinuationToken;
  } while (next);
}

/** S3 copies an object onto itself only where something changes: its metadata are replaced, by none. */
async function touch(s3: S3Client, bucket: string, key: string): Promise<void> {
  const source = `${bucket}/${key.split("/").map(encodeURIComponent).join("/")}`;
  const replace = { MetadataDirective: "REPLACE", ContentType: "application/json" } as const;
  try {
    await s3.send(new CopyObjectCommand({ Bucket: bucket, Key: key, CopySource: source, ...replace }));
  } catch (error) {
    // Removed since it was listed.
    if ((error as Error).name !== "NoSuchKey") throw error;
  }
}

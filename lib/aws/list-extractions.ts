import { ListObjectsV2Command, type S3Client } from "@aws-sdk/client-s3";

/** The keys of all extract results in the documents bucket, page by page. */
export async function* listExtractions(s3: S3Client, documentsBucket: string): AsyncGenerator<string> {
  let token: string | undefined;
  do {
    const page = await s3.send(
      new ListObjectsV2Command({ Bucket: documentsBucket, Prefix: "documents/", ContinuationToken: token }),
    );
    for (const { Key } of page.Contents ?? []) if (Key) yield Key;
    token = page.NextContinuationToken;
  } while (token);
}

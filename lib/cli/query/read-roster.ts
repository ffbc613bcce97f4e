import { readFile } from "node:fs/promises";
import { createS3ObjectStore } from "../../aws/s3-object-store.ts";
import { parseRoster, type Roster } from "../../record/roster.ts";
import { type FoundRegister, RegisterNotFoundError } from "../find-register.ts";

const rosterKey = "config/roster.csv";
const byteLimit = 50 * 1024 * 1024;

/** The roster in `file`, or else the one in the documents bucket; null where there is none. Throws where it is no roster. */
export async function readRoster(
  file: string | undefined,
  { s3, documentsBucket }: FoundRegister,
): Promise<Roster | null> {
  const text = file === undefined ? await readStored(s3, documentsBucket) : await readGiven(file);
  if (text === null) return null;
  try {
    return parseRoster(text);
  } catch (error) {
    throw new RegisterNotFoundError(`${file ?? rosterKey} is no roster (CSV: agency,parent,region,code,aliases)`, {
      cause: error,
    });
  }
}

async function readStored(s3: FoundRegister["s3"], bucket: string | null): Promise<string | null> {
  if (bucket === null) return null;
  const object = await createS3ObjectStore(s3).read(bucket, rosterKey, byteLimit);
  return object?.bytes ? Buffer.from(object.bytes).toString() : null;
}

async function readGiven(file: string): Promise<string> {
  return await readFile(file, "utf8").catch((error: Error) => {
    throw new RegisterNotFoundError(`${file}: ${error.message}`, { cause: error });
  });
}

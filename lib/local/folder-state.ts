import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** SQLite waits for the disk at checkpoints only: a killed process loses nothing, a power cut may. */
export const lazySync = "PRAGMA synchronous = NORMAL";

/** Thrown when another process serves the folder. */
export class FolderInUseError extends Error {
  constructor(folder: string, options?: ErrorOptions) {
    super(`${folder} is served by another process; stop it, or choose another folder with --data.`, options);
    this.name = "FolderInUseError";
  }
}

/** An object's content as its last event told it. `modified`: whole seconds since 1970. */
export interface ToldObject {
  bucket: string;
  key: string;
  etag: string;
  modified: number;
}

/**
 * What the local stack itself remembers in its folder: which events it has told, and the last sequencer. The open database is also
 * the folder's lock: the operating system holds it for exactly as long as the process lives.
 */
export class FolderState {
  private readonly database: DatabaseSync;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.database = new DatabaseSync(join(folder, "events.db"));
    try {
      this.database.exec(
        `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; ${lazySync}; BEGIN EXCLUSIVE; COMMIT`,
      );
      this.database.exec("CREATE TABLE IF NOT EXISTS sequence (last INTEGER NOT NULL)");
      this.database.exec(
        "CREATE TABLE IF NOT EXISTS told (bucket TEXT, key TEXT, etag TEXT, modified INTEGER, PRIMARY KEY (bucket, key))",
      );
      this.database.exec("INSERT INTO sequence SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM sequence)");
    } catch (cause) {
      this.database.close();
      if (/locked|busy/i.test(String(cause))) throw new FolderInUseError(folder, { cause });
      throw cause;
    }
  }

  /** The next sequencer: 18 hexadecimal digits that grow with every call, over restarts too. */
  nextSequencer(): string {
    const row = this.database.prepare("UPDATE sequence SET last = last + 1 RETURNING last").get();
    return Number(row!["last"]).toString(16).toUpperCase().padStart(18, "0");
  }

  rememberTold({ bucket, key, etag, modified }: ToldObject): void {
    this.database.prepare("INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?)").run(bucket, key, etag, modified);
  }

  forgetTold(bucket: string, key: string): void {
    this.database.prepare("DELETE FROM told WHERE bucket = ? AND key = ?").run(bucket, key);
  }

  /** Everything told of a bucket's present objects, by key. */
  readTold(bucket: string): Map<string, ToldObject> {
    const rows = this.database.prepare("SELECT bucket, key, etag, modified FROM told WHERE bucket = ?").all(bucket);
    return new Map(rows.map((row) => [String(row["key"]), row as unknown as ToldObject]));
  }

  close(): void {
    this.database.close();
  }
}

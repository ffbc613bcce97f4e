import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";

/** SQLite waits for the disk at checkpoints only, every 64 MB: a killed process loses nothing, a power cut may. */
export const lazySync = "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 16000";

/** Thrown when another process serves the folder. */
export class FolderInUseError extends Error {
  constructor(folder: string, options?: ErrorOptions) {
    super(`${folder} is served by another process; stop it, or choose another folder with --data.`, options);
    this.name = "FolderInUseError";
  }
}

/** An object's content as its last event told it. */
export interface ToldObject {
  bucket: string;
  key: string;
  etag: string;
}

/** Sequencers that are set aside with one write; what a killed process left of them is skipped. */
const setAside = 1000;

const tables = `
  CREATE TABLE IF NOT EXISTS sequence (last INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS told (bucket TEXT, key TEXT, etag TEXT, PRIMARY KEY (bucket, key));
  INSERT INTO sequence SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM sequence)`;

/**
 * What the local stack itself remembers in its folder: which events it has told, and the last sequencer. The open database is also
 * the folder's lock: the operating system holds it for exactly as long as the process lives.
 */
export class FolderState {
  private readonly database: DatabaseSync;
  private readonly remember: StatementSync;
  private readonly forget: StatementSync;
  private sequence = 0;
  private sequenceEnd = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.database = new DatabaseSync(join(folder, "events.db"));
    try {
      this.database.exec(
        `PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; ${lazySync}; BEGIN EXCLUSIVE; COMMIT`,
      );
      this.database.exec(tables);
      this.remember = this.database.prepare("INSERT OR REPLACE INTO told (bucket, key, etag) VALUES (?, ?, ?)");
      this.forget = this.database.prepare("DELETE FROM told WHERE bucket = ? AND key = ?");
    } catch (cause) {
      this.database.close();
      if (/locked|busy/i.test(String(cause))) throw new FolderInUseError(folder, { cause });
      throw cause;
    }
  }

  /** The next sequencer: 18 hexadecimal digits that grow with every call, over restarts too. */
  nextSequencer(): string {
    if (this.sequence === this.sequenceEnd) {
      const row = this.database.prepare(`UPDATE sequence SET last = last + ${setAside} RETURNING last`).get();
      this.sequenceEnd = Number(row!["last"]);
      this.sequence = this.sequenceEnd - setAside;
    }
    this.sequence += 1;
    return this.sequence.toString(16).toUpperCase().padStart(18, "0");
  }

  rememberTold({ bucket, key, etag }: ToldObject): void {
    this.remember.run(bucket, key, etag);
  }

  forgetTold(bucket: string, key: string): void {
    this.forget.run(bucket, key);
  }

  /** Everything told of a bucket's present objects, by key. */
  readTold(bucket: string): Map<string, ToldObject> {
    const rows = this.database.prepare("SELECT bucket, key, etag FROM told WHERE bucket = ?").all(bucket);
    return new Map(rows.map((row) => [String(row["key"]), row as unknown as ToldObject]));
  }

  close(): void {
    this.database.close();
  }
}

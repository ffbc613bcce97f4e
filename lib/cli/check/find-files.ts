import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";

/** A file to check and the name it goes by: its base name, or its path below the folder that was named. */
export interface FileToCheck {
  path: string;
  name: string;
}

export interface UnreadablePath {
  path: string;
  reason: string;
}

/** What a file system error says, in a word. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "没有这个文件或文件夹 (no such file or folder)";
  if (code === "EACCES" || code === "EPERM") return "没有读取权限 (permission denied)";
  return message;
}

/** The files below a folder in the order of their paths; hidden files and folders are skipped. */
async function walk(folder: string): Promise<string[]> {
  const found: string[] = [];
  const open = [folder];
  while (open.length > 0) {
    const current = open.pop()!;
    for (const entry of await readdir(current, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const path = join(current, entry.name);
      const kind = entry.isSymbolicLink() ? await stat(path).catch(() => entry) : entry;
      if (kind.isDirectory()) {
        // A link to a folder could lead in circles.
        if (!entry.isSymbolicLink()) open.push(path);
      } else if (kind.isFile()) found.push(path);
    }
  }
  const key = (path: string) => relative(folder, path).split(sep).join("/");
  return found.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Expands the arguments of `gouji check` to files, in the order of the arguments; what cannot be read is told apart. */
export async function findFiles(
  paths: readonly string[],
): Promise<{ files: FileToCheck[]; unreadable: UnreadablePath[] }> {
  const files: FileToCheck[] = [];
  const unreadable: UnreadablePath[] = [];
  for (const path of paths) {
    if (path === "-") {
      files.push({ path: "-", name: "-" });
      continue;
    }
    try {
      if ((await stat(path)).isDirectory()) {
        for (const file of await walk(path))
          files.push({ path: file, name: relative(path, file).split(sep).join("/") });
      } else files.push({ path, name: basename(path) });
    } catch (error) {
      unreadable.push({ path, reason: reasonOf(error) });
    }
  }
  return { files, unreadable };
}

import { afterAll, describe, expect, it } from "vitest";
import { FolderInUseError, FolderState } from "../../lib/local/folder-state.ts";
import { createFolder } from "./run-stack.ts";

const { folder, remove } = createFolder();
afterAll(remove);

describe("FolderState", () => {
  it("keeps a folder to itself until it is closed", () => {
    const first = new FolderState(folder);
    expect(() => new FolderState(folder)).toThrow(FolderInUseError);
    first.close();
    new FolderState(folder).close();
  });

  it("gives sequencers that grow as text, over restarts too", () => {
    const seen: string[] = [];
    for (let start = 0; start < 3; start += 1) {
      const state = new FolderState(folder);
      for (let call = 0; call < 20; call += 1) seen.push(state.nextSequencer());
      state.close();
    }
    expect(new Set(seen).size).toBe(60);
    expect(seen).toEqual(seen.toSorted());
  });

  it("remembers what it told of each object", () => {
    const first = new FolderState(folder);
    first.rememberTold({ bucket: "b", key: "中文", etag: "1" });
    first.rememberTold({ bucket: "b", key: "中文", etag: "2" });
    first.rememberTold({ bucket: "b", key: "gone", etag: "3" });
    first.forgetTold("b", "gone");
    first.close();
    const second = new FolderState(folder);
    expect([...second.readTold("b").values()]).toEqual([{ bucket: "b", key: "中文", etag: "2" }]);
    expect(second.readTold("other").size).toBe(0);
    second.close();
  });
});

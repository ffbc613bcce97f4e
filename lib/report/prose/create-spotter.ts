import { createWordTrie, type WordBranch } from "./word-trie.ts";

/**
 * Makes a function that tells which groups of words stand in a text (or in a stretch of it), as bits: bit 0 for the first
 * group. A group is a list of words parted by spaces; 31 groups at most. Looks at each character once for each length of
 * word that begins there, so that what would take a dozen expressions takes one look.
 */
export function createSpotter(groups: readonly string[]): (text: string, from?: number, to?: number) => number {
  const { first, nodes } = createWordTrie(groups);
  return (text, from = 0, to = text.length) => {
    let found = 0;
    for (let at = from; at < to; at++) {
      const begun = first[text.charCodeAt(at)]!;
      if (begun === 0) continue;
      const node = nodes[begun]!;
      found |= node.bits;
      if (node.next !== null) found |= follow(node.next, text, at + 1, to);
    }
    return found;
  };
}

/** The bits of the words that go on from a branch at `at`. */
export function follow(from: WordBranch, text: string, at: number, to: number): number {
  let found = 0;
  let next = at;
  for (let branch: WordBranch | null = from; branch !== null && next < to; ) {
    if (branch.code !== text.charCodeAt(next)) branch = branch.other;
    else {
      found |= branch.node.bits;
      branch = branch.node.next;
      next++;
    }
  }
  return found;
}

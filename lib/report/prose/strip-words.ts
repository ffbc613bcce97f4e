import { createWordTrie, type WordBranch } from "./word-trie.ts";

/** Where the longest word ends that goes on from a branch at `at`; `end` where none does. */
function longestEnd(from: WordBranch | null, text: string, at: number, end: number): number {
  let longest = end;
  let next = at;
  for (let branch = from; branch !== null && next < text.length; ) {
    if (branch.code !== text.charCodeAt(next)) branch = branch.other;
    else {
      next++;
      if (branch.node.bits !== 0) longest = next;
      branch = branch.node.next;
    }
  }
  return longest;
}

/**
 * What is left of a text when the words of a vocabulary are taken out one after the other, longest first. Reads each
 * character once for each length of word, so that no text makes it slow.
 */
export function createStripper(words: string): (text: string) => string {
  const { first, nodes } = createWordTrie([words]);
  return (text) => {
    let rest = "";
    // Where the stretch begins that holds none of the words.
    let from = 0;
    for (let at = 0; at < text.length; ) {
      const node = nodes[first[text.charCodeAt(at)]!]!;
      const end = longestEnd(node.next, text, at + 1, node.bits === 0 ? at : at + 1);
      if (end === at) at++;
      else {
        if (at > from) rest += text.slice(from, at);
        at = end;
        from = end;
      }
    }
    return from === text.length ? rest : rest + text.slice(from);
  };
}

/** What a word may go on with after the characters that lead here; `bits` of the words that end here. */
export interface WordNode {
  bits: number;
  next: WordBranch | null;
}

export interface WordBranch {
  code: number;
  node: WordNode;
  /** The next of the same node's branches. */
  other: WordBranch | null;
}

/** Words by their characters. The first step is a table, since most characters begin no word; further ones are short lists. */
export interface WordTrie {
  /** The number of a first character's node; 0: no word begins with it. */
  first: Uint8Array;
  /** The code units of the first characters. */
  codes: readonly number[];
  nodes: readonly WordNode[];
}

function step(node: WordNode, code: number): WordNode {
  for (let branch = node.next; branch; branch = branch.other) if (branch.code === code) return branch.node;
  const added: WordNode = { bits: 0, next: null };
  node.next = { code, node: added, other: node.next };
  return added;
}

/** A trie of groups of words parted by white space; a word's bit is its group's place. */
export function createWordTrie(groups: readonly string[]): WordTrie {
  const nodes: WordNode[] = [{ bits: 0, next: null }];
  const first = new Uint8Array(0x10000);
  const codes: number[] = [];
  groups.forEach((group, index) => {
    for (const word of group.split(/\s+/)) {
      if (word === "") continue;
      const code = word.charCodeAt(0);
      if (first[code] === 0) {
        first[code] = nodes.push({ bits: 0, next: null }) - 1;
        codes.push(code);
      }
      let node = nodes[first[code]!]!;
      for (let at = 1; at < word.length; at++) node = step(node, word.charCodeAt(at));
      node.bits |= 1 << index;
    }
  });
  if (nodes.length > 0x100) throw new RangeError("words begin with 255 characters at most");
  return { first, codes, nodes };
}

interface Node {
  bits: number;
  /** What a word may go on with; null: nothing. */
  next: Branch | null;
}

interface Branch {
  code: number;
  node: Node;
  /** The next of the same node's branches. */
  other: Branch | null;
}

function step(node: Node, code: number): Node {
  for (let branch = node.next; branch; branch = branch.other) if (branch.code === code) return branch.node;
  const added: Node = { bits: 0, next: null };
  node.next = { code, node: added, other: node.next };
  return added;
}

/**
 * Makes a function that tells which groups of words stand in a text (or in a stretch of it), as bits: bit 0 for the first
 * group. A group is a list of words parted by spaces; 31 groups at most. Looks at each character once for each length of
 * word that begins there, so that what would take a dozen expressions takes one look.
 */
export function createSpotter(groups: readonly string[]): (text: string, from?: number, to?: number) => number {
  const nodes: Node[] = [{ bits: 0, next: null }];
  /** The node of a word's first character; 0: none begins with it. */
  const first = new Uint8Array(0x10000);
  groups.forEach((group, index) => {
    for (const word of group.split(/\s+/)) {
      if (word === "") continue;
      const code = word.charCodeAt(0);
      if (first[code] === 0) first[code] = nodes.push({ bits: 0, next: null }) - 1;
      let node = nodes[first[code]!]!;
      for (let at = 1; at < word.length; at++) node = step(node, word.charCodeAt(at));
      node.bits |= 1 << index;
    }
  });
  if (nodes.length > 0x100) throw new RangeError("a spotter's words begin with 255 characters at most");
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
function follow(from: Branch, text: string, at: number, to: number): number {
  let found = 0;
  let next = at;
  for (let branch: Branch | null = from; branch !== null && next < to; ) {
    if (branch.code !== text.charCodeAt(next)) branch = branch.other;
    else {
      found |= branch.node.bits;
      branch = branch.node.next;
      next++;
    }
  }
  return found;
}

/**
 * Makes a function that tells which groups of words stand in a text (or in a stretch of it), as bits: bit 0 for the first
 * group. A group is a list of words parted by spaces; 31 groups at most. Looks at each character once for each length of
 * word that begins there, so that what would take a dozen expressions takes one look.
 */
export function createSpotter(groups: readonly string[]): (text: string, from?: number, to?: number) => number {
  // A trie. Node 0 is none; the first step is a table, further ones are short lists.
  const first = new Uint16Array(0x10000);
  const bits: number[] = [0];
  const codes: number[][] = [[]];
  const nodes: number[][] = [[]];
  const grow = (): number => {
    codes.push([]);
    nodes.push([]);
    return bits.push(0) - 1;
  };
  const step = (node: number, code: number): number => {
    const at = codes[node]!.indexOf(code);
    if (at >= 0) return nodes[node]![at]!;
    codes[node]!.push(code);
    const next = grow();
    nodes[node]!.push(next);
    return next;
  };
  groups.forEach((group, index) => {
    for (const word of group.split(/\s+/)) {
      if (word === "") continue;
      const code = word.charCodeAt(0);
      if (first[code] === 0) first[code] = grow();
      let node = first[code]!;
      for (let at = 1; at < word.length; at++) node = step(node, word.charCodeAt(at));
      bits[node]! |= 1 << index;
    }
  });
  return (text, from = 0, to = text.length) => {
    let found = 0;
    for (let at = from; at < to; at++) {
      let node = first[text.charCodeAt(at)]!;
      for (let next = at + 1; node !== 0; next++) {
        found |= bits[node]!;
        const own = codes[node]!;
        if (own.length === 0 || next >= to) break;
        const branch = own.indexOf(text.charCodeAt(next));
        node = branch < 0 ? 0 : nodes[node]![branch]!;
      }
    }
    return found;
  };
}

/** Tags so short are most of a page's; their names are known by their characters, without a piece cut out of the source. */
const longest = 4;
const bits = 7;

function toKey(source: string, from: number, to: number): number {
  let key = 0;
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at);
    if (code > 0x7f) return -1;
    key = (key << bits) | (code >= 0x41 && code <= 0x5a ? code | 0x20 : code);
  }
  return key;
}

const known = new Map(
  "a b i p s u td tr th br li ul ol dl dt dd em h1 h2 h3 h4 h5 h6 hr div img col big sub sup o:p font span form body head html meta link nav main"
    .split(" ")
    .map((name) => [toKey(name, 0, name.length), name]),
);

/** The name of a tag that stands in `source`, in lower case. */
export function readTagName(source: string, from: number, to: number): string {
  const short = to - from <= longest ? known.get(toKey(source, from, to)) : undefined;
  return short ?? source.slice(from, to).toLowerCase();
}

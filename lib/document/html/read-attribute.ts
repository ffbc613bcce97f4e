import { decodeHTMLAttribute } from "entities";

const attribute = /[\s/]*([^\s/=][^\s/=]*|=[^\s/=]*)(?:\s*=\s*(?:"([^"]*)"?|'([^']*)'?|([^\s"'][^\s]*)?))?/y;

/** Splits the attributes' source text into names (lower case) and raw values, in order; the first of a name counts. */
export function* listAttributes(source: string): Generator<[name: string, value: string]> {
  attribute.lastIndex = 0;
  for (;;) {
    const from = attribute.lastIndex;
    const match = attribute.exec(source);
    if (match === null || attribute.lastIndex === from) return;
    const resume = attribute.lastIndex;
    yield [match[1]!.toLowerCase(), match[2] ?? match[3] ?? match[4] ?? ""];
    attribute.lastIndex = resume;
  }
}

/** The value of the attribute `name` (lower case) with its character references decoded; null where it is not there. */
export function readAttribute(source: string, name: string): string | null {
  if (source === "" || !source.toLowerCase().includes(name)) return null;
  for (const [found, value] of listAttributes(source)) {
    if (found === name) return value.includes("&") ? decodeHTMLAttribute(value) : value;
  }
  return null;
}

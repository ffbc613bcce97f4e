import { csvParseRows } from "d3-dsv";
import * as z from "zod/mini";
import { labelKey } from "../chinese/fold.ts";

const blankable = z._default(z.string().check(z.trim()), "");

const rowSchema = z.object({
  agency: z.string().check(z.trim(), z.minLength(1)),
  parent: blankable,
  region: blankable,
  code: blankable,
  aliases: blankable,
});

/** One body of the roster `config/roster.csv`; what the roster leaves blank is null. */
export interface RosterEntry {
  agency: string;
  parent: string | null;
  region: string | null;
  code: string | null;
  aliases: string[];
}

export interface Roster {
  entries: readonly RosterEntry[];
  /** The entry that a printed name certainly means; undefined where there is none, or more than one. */
  find(name: string): RosterEntry | undefined;
}

/** Reads the roster (CSV with a header; aliases parted by `|`, `;` or `、`). Throws on a text that is no such table. */
export function parseRoster(csv: string): Roster {
  const entries = readRows(csv).map((row) => {
    const { agency, parent, region, code, aliases } = rowSchema.parse(row);
    const others = aliases.split(/[|;；、]/).map((alias) => alias.trim());
    return {
      agency,
      parent: parent || null,
      region: region || null,
      code: code || null,
      aliases: others.filter((alias) => alias !== ""),
    };
  });
  return toRoster(entries);
}

/** The rows by the names of their columns. Throws where a quotation mark is left open: all that follows would be one field. */
function readRows(csv: string): Record<string, string>[] {
  if ((csv.match(/"/g)?.length ?? 0) % 2 === 1) throw new Error("a quotation mark of the roster is left open");
  const [names = [], ...rows] = csvParseRows(csv.replace(/^\ufeff/, ""));
  return rows
    .filter((fields) => fields.length > 1 || fields[0] !== "")
    .map((fields) => Object.fromEntries(names.slice(0, fields.length).map((name, at) => [name, fields[at]!])));
}

/** A roster over entries. Names win over aliases, and both over variants that follow by rule. */
export function toRoster(entries: readonly RosterEntry[]): Roster {
  const rings = [
    index(entries, ({ agency }) => [agency]),
    index(entries, ({ aliases }) => aliases),
    index(entries, (entry) => [entry.agency, ...entry.aliases].flatMap((name) => variantsOf(name, entry.region))),
  ];
  return {
    entries,
    find(name) {
      for (const ring of rings) {
        const found = ring.get(labelKey(name));
        if (found) return found.size === 1 ? [...found][0] : undefined;
      }
      return undefined;
    },
  };
}

export const emptyRoster: Roster = toRoster([]);

function index(entries: readonly RosterEntry[], namesOf: (entry: RosterEntry) => readonly string[]) {
  const found = new Map<string, Set<RosterEntry>>();
  for (const entry of entries) {
    for (const name of namesOf(entry)) {
      const key = labelKey(name);
      const same = found.get(key) ?? new Set();
      found.set(key, same.add(entry));
    }
  }
  return found;
}

/** Other names of the same body: 市政府 for 市人民政府, with or without the region's name before it. */
function variantsOf(name: string, region: string | null): string[] {
  const places = [name];
  if (region && name.startsWith(region) && name.length > region.length) places.push(name.slice(region.length));
  else if (region) places.push(region + name);
  return places.flatMap((place) => [
    place,
    place.replaceAll("人民政府", "政府"),
    place.replaceAll(/(?<!人民)政府/g, "人民政府"),
  ]);
}

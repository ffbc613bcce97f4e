/** What a template's references mean on this machine: logical id → attribute ("Ref" for a plain reference) → value. */
export type Attributes = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Puts values in the place of Ref, Fn::GetAtt and Fn::Join; any other intrinsic function is an error. */
export function resolveIntrinsics(value: unknown, attributes: Attributes): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveIntrinsics(item, attributes));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const [name, argument] = entries[0] ?? ["", undefined];
  if (entries.length === 1 && (name === "Ref" || name.startsWith("Fn::"))) {
    return resolveFunction(name, argument, attributes);
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, resolveIntrinsics(item, attributes)]));
}

function resolveFunction(name: string, argument: unknown, attributes: Attributes): unknown {
  if (name === "Ref") return look(String(argument), "Ref", attributes);
  if (name === "Fn::GetAtt") {
    const [id, attribute] = Array.isArray(argument) ? argument : String(argument).split(".");
    return look(String(id), String(attribute), attributes);
  }
  if (name === "Fn::Join") {
    const [separator, parts] = argument as [string, unknown];
    return (resolveIntrinsics(parts, attributes) as unknown[]).join(separator);
  }
  throw new Error(`The template uses ${name}, which the local stack does not know.`);
}

function look(id: string, attribute: string, attributes: Attributes): string {
  const value = attributes.get(id)?.[attribute];
  if (value === undefined)
    throw new Error(`The template refers to ${id}.${attribute}, which the local stack does not have.`);
  return value;
}

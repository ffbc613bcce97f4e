import type { LocalClients } from "../../lib/local/create-clients.ts";

/**
 * How one AWS call goes wrong. `refused`, `throttled`: it has no effect. `lost`, `timed-out`: it took effect, but the caller is told
 * that it failed. `repeated`: it took effect, the SDK tried again, and the caller sees the second answer. `killed`: the process ends
 * before the call; `killed-after`: as soon as it took effect.
 */
export const faultKinds = ["refused", "throttled", "lost", "timed-out", "repeated", "killed", "killed-after"] as const;
export type FaultKind = (typeof faultKinds)[number];

/** The `call`-th AWS call from now (from 0), over all clients of a process. */
export interface Fault {
  call: number;
  kind: FaultKind;
}

const errorNames: Partial<Record<FaultKind, string>> = {
  refused: "ServiceUnavailable",
  throttled: "ThrottlingException",
  lost: "ECONNRESET",
  "timed-out": "TimeoutError",
};

/** The calls of one process of which one goes wrong. */
export interface FaultyCalls {
  /** Names of the calls that were made. */
  calls: string[];
  /** Resolves when the process ends before its time. */
  killed: Promise<"killed">;
  intercept<Output>(name: string, send: () => Promise<Output>): Promise<Output>;
}

export function createFaultyCalls(fault: Fault | null): FaultyCalls {
  const calls: string[] = [];
  const { promise: killed, resolve: kill } = Promise.withResolvers<"killed">();
  let dead = false;
  const never = () => new Promise<never>(() => {});
  const die = () => {
    dead = true;
    kill("killed");
    return never();
  };
  const fail = (kind: FaultKind) => Object.assign(new Error(`injected: ${kind}`), { name: errorNames[kind]! });
  return {
    calls,
    killed,
    async intercept(name, send) {
      if (dead) return never();
      const kind = fault?.call === calls.length ? fault.kind : null;
      calls.push(name);
      if (kind === "killed") return die();
      if (kind === "refused" || kind === "throttled") throw fail(kind);
      const answer = send();
      // Whatever the service answers, also a refusal, is lost with the rest.
      if (kind !== null) await answer.catch(() => {});
      if (kind === "killed-after") return die();
      if (kind === "lost" || kind === "timed-out") throw fail(kind);
      const output = await (kind === "repeated" ? send() : answer);
      return dead ? never() : output;
    },
  };
}

/** Makes one call go wrong over all AWS clients of a process. */
export function breakClients(clients: LocalClients, { intercept }: FaultyCalls): void {
  for (const client of [clients.s3, clients.dynamodb, clients.sns]) {
    const { middlewareStack } = client as { middlewareStack: { add(middleware: unknown, options: unknown): void } };
    middlewareStack.add(
      (next: (request: object) => Promise<object>, { commandName }: { commandName: string }) =>
        (request: object) =>
          // Each try gets a request of its own: the SDK changes what it sends.
          intercept(commandName, () => next({ ...request })),
      { step: "initialize", priority: "high", name: "faults" },
    );
  }
}

/** The same port, of whose calls one goes wrong. */
export function breakPort<Port extends object>(port: Port, { intercept }: FaultyCalls): Port {
  return new Proxy(port, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== "function") return member;
      return (...parameters: unknown[]) => intercept(String(name), () => member.apply(target, parameters));
    },
  });
}

import type { Assessed } from "../assess.ts";
import { toRejection } from "../document/rejection.ts";
import type { Extraction } from "../record/extraction.ts";
import { identify } from "../record/identity.ts";
import type { EventItem } from "../record/object-events.ts";
import { toVersionItem, type VersionItem } from "../record/version.ts";
import type { Register, Work } from "./register.ts";

/** A file with more reports would outgrow its items, and the time of a function. */
const mostReports = 300;

/** What an extract result says, as the facts of the register. */
export interface Outcome extends Pick<EventItem, "outcome" | "sha256" | "rejection" | "claims"> {
  versions: VersionItem[];
  verdicts: Assessed["verdict"][];
}

/** What the extract result says: the reports in it, each with its identity, or why there are none. */
export function examineExtraction(register: Register, extraction: Extraction, work: Work): Outcome {
  const none = { versions: [], claims: [], verdicts: [] };
  if (extraction.outcome === "removed") return { ...none, outcome: "removed", sha256: null, rejection: null };
  const { sha256, origin } = extraction;
  if (extraction.outcome === "failed") return { ...none, outcome: "failed", sha256, rejection: null };
  if (extraction.outcome === "rejected")
    return { ...none, outcome: "rejected", sha256, rejection: extraction.rejection };
  const { reports, rejection } = register.assess(extraction.document, register.language);
  if (rejection) return { ...none, outcome: "rejected", sha256, rejection };
  if (reports.length > mostReports) {
    return { ...none, outcome: "rejected", sha256, rejection: toRejection("too-complex", register.language) };
  }
  work.atHand.set(work.owner, { document: extraction.document, reports });
  const identities = identify(
    reports.map(({ report }) => report),
    origin,
    sha256,
    register.roster,
  );
  const versions = reports.map((each, index) => toVersionItem(each, identities[index]!, origin, { sha256, index }));
  const claims = versions.map(({ pk, sk }, index) => {
    const { agencyKey, yearKey } = identities[index]!;
    return { agencyKey, yearKey, pk, sk };
  });
  return {
    outcome: "assessed",
    sha256,
    rejection: null,
    versions,
    claims,
    verdicts: reports.map(({ verdict }) => verdict),
  };
}

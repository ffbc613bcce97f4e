import type { EventItem } from "../record/object-events.ts";
import type { Alert } from "./alert.ts";

/** The alert about a file that could not be dealt with: rejected for what it is, or failed because of the machine. */
export function toDocumentAlert(event: EventItem & { sha256: string }, alertId: string): Alert {
  const { bucket, key, sha256, rejection, eventTime } = event;
  return {
    schemaVersion: 1,
    alertId,
    type: event.outcome === "failed" ? "document.failed" : "document.rejected",
    agency: null,
    year: null,
    verdict: null,
    counts: { error: 0, warning: 0, info: 0 },
    findings: [],
    rejection,
    source: { bucket, key, sha256 },
    changes: null,
    page: null,
    eventTime,
  };
}

import type { Draft, Finding, Language, Severity } from "./finding.ts";

/** Makes the finding of what a rule yielded, in the language asked for; the rule's own severity unless the draft has a milder one. */
export function toFinding(rule: { id: string; severity: Severity }, draft: Draft, language: Language): Finding {
  return {
    rule: rule.id,
    severity: draft.severity ?? rule.severity,
    message: draft.message[language],
    cells: [...(draft.cells ?? [])],
    expected: draft.expected ?? null,
    actual: draft.actual ?? null,
    evidence: [...draft.evidence],
  };
}

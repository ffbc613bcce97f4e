/** A safeguard that may be given up, but only with a reason, which is written into the template's metadata. */
export type Safeguard = { enabled: true } | { enabled: false; reason: string };

/** Whether a safeguard stands (it does by default); throws at synthesis when it is given up without a reason. */
export function isOn(safeguard: Safeguard | undefined): boolean {
  if (safeguard === undefined || safeguard.enabled) return true;
  if (safeguard.reason.trim().length < 10) {
    throw new Error("A safeguard may be given up only with a reason of at least ten characters.");
  }
  return false;
}

import pc from "picocolors";

/** Colours on a terminal, none elsewhere. */
export const colors = pc.createColors(Boolean(process.stdout.isTTY) && pc.isColorSupported);

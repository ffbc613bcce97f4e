import * as z from "zod/mini";
import type { Finding } from "./finding.ts";

/** A finding read back from the table or a message, as contract.md, part 3, defines it. */
export const findingSchema = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  cells: z.array(z.string()),
  expected: z.nullable(z.number()),
  actual: z.nullable(z.number()),
  evidence: z.array(
    z.object({
      text: z.string(),
      location: z.object({ page: z.optional(z.int()), line: z.int() }),
      source: z.optional(z.string()),
    }),
  ),
  repair: z.optional(z.object({ cell: z.string(), value: z.number() })),
}) satisfies z.ZodMiniType<Finding>;

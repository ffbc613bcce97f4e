import * as z from "zod";
import type { Finding } from "./finding.ts";

/** A finding read back from the table or a message, as contract.md, part 3, defines it. */
export const findingSchema = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  cells: z.array(z.string()),
  expected: z.number().nullable(),
  actual: z.number().nullable(),
  evidence: z.array(
    z.object({
      text: z.string(),
      location: z.object({ page: z.int().optional(), line: z.int() }),
      source: z.string().optional(),
    }),
  ),
  repair: z.object({ cell: z.string(), value: z.number() }).optional(),
}) satisfies z.ZodType<Finding>;

import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import * as z from "zod";

/** What every function needs of others beside AWS's clients: Powertools, and zod with the kinds of schemas that handlers are made of. */
export const edge = [
  ...[Logger, Metrics, MetricUnit, BatchProcessor, EventType, processPartialResponse, z.ZodError],
  z.looseObject({ text: z.string().optional(), kind: z.enum(["one", "other"]), list: z.array(z.string()) }),
];

import { SNSClient } from "@aws-sdk/client-sns";
import { makeLean } from "../../lib/aws/make-lean.ts";
import { createDigestHandler } from "./handler.ts";

/** The Lambda function `digest`. */
export const handler = createDigestHandler(process.env, { sns: makeLean(new SNSClient({})) });

import { SNSClient } from "@aws-sdk/client-sns";
import { createDigestHandler } from "./handler.ts";

/** The Lambda function `digest`. */
export const handler = createDigestHandler(process.env, { sns: new SNSClient({}) });

/**
 * Public list prices of AWS in us-east-1 in US dollars, on demand and without free tiers, as the services' pricing pages
 * (aws.amazon.com/lambda/pricing, …/dynamodb/pricing, …/s3/pricing, …/sqs/pricing, …/sns/pricing) gave them when this was
 * written, from memory of them: check them before you rely on a sum.
 */
export const prices = {
  date: "2025-11",
  region: "us-east-1",
  /** Lambda on arm64: a GB-second, a million requests. */
  lambdaGigabyteSecond: 0.0000133334,
  lambdaMillionRequests: 0.2,
  /** DynamoDB on demand: a million write units of 1 KB, a million read units of 4 KB. */
  dynamodbMillionWrites: 0.625,
  dynamodbMillionReads: 0.125,
  dynamodbGigabyteMonth: 0.25,
  /** S3 Standard: a thousand PUT or LIST, a thousand GET or HEAD, a GB and month. */
  s3ThousandPuts: 0.005,
  s3ThousandGets: 0.0004,
  s3GigabyteMonth: 0.023,
  /** Standard queues: a million requests. */
  sqsMillionRequests: 0.4,
  /** Standard topics: a million publishes; delivery to SQS is free. */
  snsMillionPublishes: 0.5,
} as const;

/** The region that the local services pretend to be in. */
export const region = "us-east-1";

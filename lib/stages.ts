// The public stages: bytes → Document → reports with findings, pure but for the reading of PDFs in a worker.
export type { Assessed } from "./assess.ts";
export { assess } from "./assess.ts";
export type { Block, Document, DocumentSource, Place, Rejection, RejectionCode } from "./document/document.ts";
export type { ReadOptions, ReadResult } from "./document/read-document.ts";
export { readDocument } from "./document/read-document.ts";
export type { Alert } from "./notice/alert.ts";
export type { Report, Statistics, Value } from "./report/report.ts";
export type { Finding, Repair, Severity, Verdict } from "./validator/finding.ts";

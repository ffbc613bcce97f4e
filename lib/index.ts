// The package's front door. Needs aws-cdk-lib and constructs; `gouji/stages` has the stages alone and needs neither.
export { GoujiPipeline } from "./stack/gouji-pipeline.ts";
export { GoujiStack } from "./stack/gouji-stack.ts";
export type { GoujiPipelineProps } from "./stack/pipeline-props.ts";
export type { Safeguard } from "./stack/safeguard.ts";
export * from "./stages.ts";

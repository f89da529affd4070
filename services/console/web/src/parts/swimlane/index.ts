export { CaseGantt, type CaseGanttProps } from './case-gantt.tsx';
export { type FlowDefinition, type FlowStep, type Limits, type Mapping, readDefinition } from './definition.ts';
export { type StepState, titleOfStep, useLimitWords } from './step-names.ts';
export { Swimlane, type SwimlaneProps } from './swimlane.tsx';
export { useDefinition } from './use-definition.ts';
export { useSteps } from './use-steps.ts';

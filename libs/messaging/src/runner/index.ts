export { type BatchObserver, BatchRunner, type BatchRunnerOptions } from './batch-runner.ts';
export type { Job, Outcome } from './job.ts';

export { Retention, type RetentionOptions } from './retention.ts';

export { markTaken, unmark } from './inbox.ts';

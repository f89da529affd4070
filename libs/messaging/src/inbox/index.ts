export { inbox, type InboxRow } from './inbox.ts';
export { seenIn } from './seen-in.ts';

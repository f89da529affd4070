import type { WorkItem } from '../../api/index.ts';

/** A work item as it was read, with the tag by which a change says that it is this state that is changed. */
export interface ReadItem {
  readonly item: WorkItem;
  readonly etag: string;
}

/** What the dialogs that finish a work item are given. */
export interface SettleDialogProps {
  readonly department: string;
  readonly read: ReadItem;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Called when the service has answered, whatever it said. */
  readonly onSettled: () => Promise<unknown>;
}

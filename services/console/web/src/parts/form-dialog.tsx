import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ProblemNotice } from './notice.tsx';

interface FormDialogProps {
  readonly title: string;
  readonly isWide?: boolean;
  readonly onClose: () => void;
  /** What the button says that sends it. */
  readonly action: string;
  /** `danger` for what cannot be taken back. */
  readonly look?: 'main' | 'danger';
  /** The right that it takes. */
  readonly needs: string;
  /** What is missing or wrong; while there is something, it cannot be sent. */
  readonly fault?: string | undefined;
  readonly sending: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown; readonly mutate: () => void };
  readonly children: ReactNode;
}

/** Something to fill in and send, with what the service had against it at the end. */
export function FormDialog({ title, isWide = false, onClose, action, look = 'main', needs, fault, sending, children }: FormDialogProps) {
  return (
    <Dialog
      title={title}
      isOpen
      isWide={isWide}
      onClose={onClose}
      actions={
        <Button look={look} needs={needs} isBusy={sending.isPending} disabledBecause={fault} onClick={() => sending.mutate()}>
          {action}
        </Button>
      }
    >
      {children}
      {sending.isError && <ProblemNotice error={sending.error} />}
    </Dialog>
  );
}

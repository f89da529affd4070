import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { ProblemNotice } from './notice.tsx';
import { partsTexts } from './parts-texts.ts';

/** Characters that a reason has at least, as the services ask for it. */
const SHORTEST = 3;

export interface ReasonDialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** The word on the button: what will be done. */
  readonly action: string;
  readonly isDangerous?: boolean;
  /** What the act means, before it is done. */
  readonly children?: ReactNode;
  /** Does it; the dialog closes when it is done, and says what went wrong if it is not. */
  readonly onReason: (reason: string) => Promise<unknown>;
}

/** An act that takes a reason, which is recorded with the name of who gave it. */
export function ReasonDialog({ title, isOpen, onClose, action, isDangerous = false, children, onReason }: ReasonDialogProps) {
  const say = partsTexts.use();
  const [reason, setReason] = useState('');
  const act = useMutation({
    mutationFn: onReason,
    onSuccess: () => {
      setReason('');
      onClose();
    },
  });
  const isShort = reason.trim().length < SHORTEST;
  const close = (): void => {
    act.reset();
    onClose();
  };
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button
            look={isDangerous ? 'danger' : 'main'}
            isBusy={act.isPending}
            disabledBecause={isShort ? say('reason.short', { count: SHORTEST }) : undefined}
            onClick={() => act.mutate(reason.trim())}
          >
            {action}
          </Button>
        </>
      }
    >
      {children}
      <Field label={say('reason.label')} hint={say('reason.hint')}>
        <textarea value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
      </Field>
      {act.isError && <ProblemNotice error={act.error} />}
    </Dialog>
  );
}

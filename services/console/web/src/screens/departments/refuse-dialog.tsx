import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { department as serviceOf, detailAt } from '../../api/index.ts';
import { Button, Dialog, Field, partsTexts, ProblemNotice } from '../../parts/index.ts';
import type { SettleDialogProps } from './read-item.ts';
import { texts } from './texts.ts';

const fields = ['code', 'law', 'reason'] as const;

/** Refuses a work item: an administrative decision, which needs its ground in law. */
export function RefuseDialog({ department, read, isOpen, onClose, onSettled }: SettleDialogProps) {
  const say = texts.use();
  const word = partsTexts.use();
  const [ground, setGround] = useState({ code: '', law: '', reason: '' });
  const refuse = useMutation({
    mutationFn: () =>
      serviceOf(department).POST('/v1/work-items/{id}/refusal', {
        params: { path: { id: read.item.id }, header: { 'if-match': read.etag } },
        body: ground,
      }),
    onSuccess: onClose,
    onSettled,
  });
  const change = (field: (typeof fields)[number], value: string): void => setGround({ ...ground, [field]: value });
  return (
    <Dialog
      title={say('refuse.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{word('cancel')}</Button>
          <Button look="danger" isBusy={refuse.isPending} onClick={() => refuse.mutate()}>
            {say('refuse.submit')}
          </Button>
        </>
      }
    >
      <p>{say('refuse.explain')}</p>
      <Field label={say('refuse.code')} hint={say('refuse.codeHint')} error={detailAt(refuse.error, '/code')}>
        <input value={ground.code} onChange={(event) => change('code', event.target.value)} />
      </Field>
      <Field label={say('refuse.law')} hint={say('refuse.lawHint')} error={detailAt(refuse.error, '/law')}>
        <input value={ground.law} onChange={(event) => change('law', event.target.value)} />
      </Field>
      <Field label={say('refuse.reason')} error={detailAt(refuse.error, '/reason')}>
        <textarea value={ground.reason} maxLength={2000} onChange={(event) => change('reason', event.target.value)} />
      </Field>
      {refuse.isError && <ProblemNotice error={refuse.error} />}
    </Dialog>
  );
}

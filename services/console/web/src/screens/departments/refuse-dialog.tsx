import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { department as serviceOf, detailAt } from '../../api/index.ts';
import { Field, FormDialog } from '../../parts/index.ts';
import type { SettleDialogProps } from './read-item.ts';
import { texts } from './texts.ts';

const fields = ['code', 'law', 'reason'] as const;

/** As the department takes it: words joined by hyphens, groups by dots. */
const CODE = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;

/** Refuses a work item: an administrative decision, which needs its ground in law. */
export function RefuseDialog({ department, read, isOpen, onClose, onSettled }: SettleDialogProps) {
  const say = texts.use();
  const [ground, setGround] = useState({ code: '', law: '', reason: '' });
  const refuse = useMutation({
    mutationFn: () =>
      serviceOf(department).POST('/v1/work-items/{id}/refusal', {
        params: { path: { id: read.item.id }, header: { 'if-match': read.etag } },
        body: { code: ground.code.trim(), law: ground.law.trim(), reason: ground.reason.trim() },
      }),
    onSuccess: onClose,
    onSettled,
  });
  const change = (field: (typeof fields)[number], value: string): void => {
    refuse.reset();
    setGround({ ...ground, [field]: value });
  };
  const fault = CODE.test(ground.code.trim()) ? fields.find((field) => ground[field].trim() === '') : 'code';
  if (!isOpen) return null;
  return (
    <FormDialog
      title={say('refuse.title')}
      onClose={onClose}
      action={say('refuse.submit')}
      look="danger"
      needs="work-items:write"
      fault={fault && say(`refuse.fault.${fault}`)}
      sending={refuse}
    >
      <p>{say('refuse.explain')}</p>
      <Field label={say('refuse.code')} hint={say('refuse.codeHint')} error={detailAt(refuse.error, '/code')}>
        <input value={ground.code} maxLength={100} spellCheck={false} onChange={(event) => change('code', event.target.value)} />
      </Field>
      <Field label={say('refuse.law')} hint={say('refuse.lawHint')} error={detailAt(refuse.error, '/law')}>
        <input value={ground.law} onChange={(event) => change('law', event.target.value)} />
      </Field>
      <Field label={say('refuse.reason')} error={detailAt(refuse.error, '/reason')}>
        <textarea value={ground.reason} maxLength={2000} onChange={(event) => change('reason', event.target.value)} />
      </Field>
    </FormDialog>
  );
}

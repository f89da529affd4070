import { useMutation } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { department as serviceOf } from '../../api/index.ts';
import { Button, Dialog, Field, partsTexts, ProblemNotice } from '../../parts/index.ts';
import { SchemaForm } from '../../parts/schema-form/schema-form.tsx';
import type { SettleDialogProps } from './read-item.ts';
import { texts } from './texts.ts';

/** Finishes a work item: a form made of what the capability gives, of which all may be left to the department's software. */
export function CompleteDialog({
  schema,
  ...dialog
}: SettleDialogProps & { readonly schema: Readonly<Record<string, unknown>> | undefined }) {
  const say = texts.use();
  const word = partsTexts.use();
  const form = useId();
  const [output, setOutput] = useState<unknown>({});
  const [remark, setRemark] = useState('');
  const optional = useMemo(() => ({ ...schema, required: [] }), [schema]);
  const { department, read, isOpen, onClose, onSettled } = dialog;
  const complete = useMutation({
    mutationFn: (given: Record<string, unknown>) =>
      serviceOf(department).POST('/v1/work-items/{id}/completion', {
        params: { path: { id: read.item.id }, header: { 'if-match': read.etag } },
        body: { ...(Object.keys(given).length > 0 && { output: given }), ...(remark !== '' && { remark }) },
      }),
    onSuccess: onClose,
    onSettled,
  });
  return (
    <Dialog
      title={say('complete.title')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{word('cancel')}</Button>
          <Button look="main" type="submit" form={form} isBusy={complete.isPending}>
            {say('complete.submit')}
          </Button>
        </>
      }
    >
      <p>{say('complete.explain')}</p>
      <SchemaForm id={form} schema={optional} data={output} onChange={setOutput} onSubmit={(given) => complete.mutate(filledIn(given))} />
      <Field label={say('complete.remark')}>
        <textarea value={remark} maxLength={2000} onChange={(event) => setRemark(event.target.value)} />
      </Field>
      {complete.isError && <ProblemNotice error={complete.error} />}
    </Dialog>
  );
}

/** Without the fields that were emptied again. */
function filledIn(given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
}

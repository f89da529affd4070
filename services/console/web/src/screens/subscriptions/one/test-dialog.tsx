import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { eventHub } from '../../../api/index.ts';
import { useEventTypes } from '../../../app/event-types.ts';
import { Field, FormDialog } from '../../../parts/index.ts';
import { titleIn } from '../../../texts/index.ts';
import { texts } from '../texts.ts';
import { Answer } from './answer.tsx';

/** Calls the webhook once with the example of a type, and shows what came back. */
export function TestDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = texts.use();
  const { data: types } = useEventTypes();
  const [type, setType] = useState('gov.hengtong.case.closed.v1');
  const send = useMutation({
    mutationFn: async () => (await eventHub.POST('/v1/subscriptions/{id}/test-sends', { params: { path: { id } }, body: { type } })).data,
  });
  return (
    <FormDialog title={say('act.test')} isWide onClose={onClose} action={say('act.test')} needs="subscriptions:write" sending={send}>
      <p>{say('means.test')}</p>
      <Field label={say('column.type')}>
        <select value={type} onChange={({ target }) => setType(target.value)}>
          {types?.map((each) => (
            <option key={each.type} value={each.type} translate="no">
              {titleIn(each.title)} · {each.type}
            </option>
          ))}
        </select>
      </Field>
      {send.data && <Answer answer={send.data} />}
    </FormDialog>
  );
}

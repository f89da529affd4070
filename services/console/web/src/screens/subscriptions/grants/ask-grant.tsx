import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { detailAt, eventHub } from '../../../api/index.ts';
import { useProcesses } from '../../../app/names.ts';
import { Field, FormDialog } from '../../../parts/index.ts';
import { titleIn } from '../../../texts/index.ts';
import { MomentField } from '../moment-field.tsx';
import { texts } from '../texts.ts';
import { emptyAsking, faultIn, grantOf } from './asking.ts';
import { TypeChoice } from './type-choice.tsx';

/** Asks for a grant on an agency's behalf. What is shared on condition waits for its owner then. */
export function AskGrant({ onClose }: { readonly onClose: () => void }) {
  const say = texts.use();
  const queries = useQueryClient();
  const processes = useProcesses();
  const [asking, setAsking] = useState(emptyAsking);
  const change = (part: Partial<typeof asking>): void => setAsking({ ...asking, ...part });
  const ask = useMutation({
    mutationFn: () => eventHub.POST('/v1/grants', { body: grantOf(asking) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['grants'] });
      onClose();
    },
  });
  const fault = faultIn(asking);
  return (
    <FormDialog
      title={say('ask.title')}
      isWide
      onClose={onClose}
      action={say('ask.action')}
      needs="grants:write"
      fault={fault && say(`ask.fault.${fault}`)}
      sending={ask}
    >
      <Field label={say('make.agency')} hint={say('ask.agencyHint')} error={detailAt(ask.error, '/agency')}>
        <input value={asking.agency} maxLength={63} spellCheck={false} onChange={({ target }) => change({ agency: target.value.trim() })} />
      </Field>
      <TypeChoice chosen={asking.types} onChosen={(types) => change({ types })} error={detailAt(ask.error, '/types')} />
      <Field label={say('ask.process')} error={detailAt(ask.error, '/processes')}>
        <select value={asking.process} onChange={({ target }) => change({ process: target.value })}>
          <option value="">{say('any')}</option>
          {processes.data?.map(({ process, title }) => (
            <option key={process} value={process} translate="no">
              {titleIn(title)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say('ask.divisions')} hint={say('ask.divisionsHint')} error={detailAt(ask.error, '/divisions')}>
        <input value={asking.divisions} maxLength={700} spellCheck={false} onChange={({ target }) => change({ divisions: target.value })} />
      </Field>
      <Field label={say('ask.purpose')} hint={say('ask.purposeHint')} error={detailAt(ask.error, '/purpose')}>
        <textarea rows={2} value={asking.purpose} maxLength={1000} onChange={({ target }) => change({ purpose: target.value })} />
      </Field>
      <MomentField label={say('ask.until')} error={detailAt(ask.error, '/until')} onMoment={(until) => change({ until })} />
    </FormDialog>
  );
}

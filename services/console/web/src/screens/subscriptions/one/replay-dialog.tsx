import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { detailAt, eventHub } from '../../../api/index.ts';
import { Field, FormDialog } from '../../../parts/index.ts';
import { texts } from '../texts.ts';
import { MomentField } from '../moment-field.tsx';
import { useChanged } from './use-subscription.ts';

/** Asks from where, up to where and what is to be sent once more. */
export function ReplayDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = texts.use();
  const changed = useChanged();
  const [since, setSince] = useState<string>();
  const [until, setUntil] = useState<string>();
  const [after, setAfter] = useState('');
  const [caseId, setCase] = useState('');
  const [only, setOnly] = useState<'all' | 'failed'>('all');
  const [rate, setRate] = useState('100');
  const begin = useMutation({
    mutationFn: () =>
      eventHub.POST('/v1/subscriptions/{id}/replays', {
        params: { path: { id } },
        body: {
          ...(after !== '' ? { after } : since !== undefined && { since }),
          ...(until !== undefined && { until }),
          ...(caseId !== '' && { caseId }),
          only,
          ratePerSecond: Number(rate),
        },
      }),
    onSuccess: onClose,
    onSettled: changed,
  });
  const fault = since === undefined && after === '' ? 'since' : /^([1-9]\d{0,2}|1000)$/.test(rate) ? undefined : 'rate';
  return (
    <FormDialog
      title={say('replay.title')}
      onClose={onClose}
      action={say('replay.action')}
      needs="subscriptions:write"
      fault={fault && say(`replay.fault.${fault}`)}
      sending={begin}
    >
      <p>{say('replay.means')}</p>
      <MomentField label={say('replay.since')} onMoment={setSince} />
      <Field label={say('replay.after')} hint={say('replay.afterHint')} error={detailAt(begin.error, '/after')}>
        <input value={after} maxLength={200} spellCheck={false} onChange={({ target }) => setAfter(target.value.trim())} />
      </Field>
      <MomentField label={say('replay.until')} onMoment={setUntil} />
      <Field label={say('replay.case')} error={detailAt(begin.error, '/caseId')}>
        <input value={caseId} maxLength={36} spellCheck={false} onChange={({ target }) => setCase(target.value.trim())} />
      </Field>
      <Field label={say('replay.what')}>
        <select value={only} onChange={({ target }) => setOnly(target.value === 'failed' ? 'failed' : 'all')}>
          <option value="all">{say('replay.only.all')}</option>
          <option value="failed">{say('replay.only.failed')}</option>
        </select>
      </Field>
      <Field label={say('replay.rate')} error={detailAt(begin.error, '/ratePerSecond')}>
        <input inputMode="numeric" value={rate} maxLength={4} onChange={({ target }) => setRate(target.value.trim())} />
      </Field>
    </FormDialog>
  );
}

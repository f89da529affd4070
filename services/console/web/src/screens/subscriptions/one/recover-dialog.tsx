import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { eventHub } from '../../../api/index.ts';
import { FormDialog } from '../../../parts/index.ts';
import { texts } from '../texts.ts';
import { MomentField } from '../moment-field.tsx';
import { useChanged } from './use-subscription.ts';

/** Makes again what has failed since a moment, and says how many that were. */
export function RecoverDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = texts.use();
  const changed = useChanged();
  const [since, setSince] = useState<string>();
  const recover = useMutation({
    mutationFn: async () =>
      (await eventHub.POST('/v1/subscriptions/{id}/recoveries', { params: { path: { id } }, body: { since: since ?? '' } })).data,
    onSettled: changed,
  });
  return (
    <FormDialog
      title={say('recover.title')}
      onClose={onClose}
      action={say('recover.action')}
      needs="subscriptions:write"
      fault={since === undefined ? say('replay.fault.since') : undefined}
      sending={recover}
    >
      <p>{say('recover.means')}</p>
      <MomentField label={say('replay.since')} onMoment={setSince} />
      {recover.data && <p role="status">{say('recover.done', { count: recover.data.deliveries })}</p>}
    </FormDialog>
  );
}

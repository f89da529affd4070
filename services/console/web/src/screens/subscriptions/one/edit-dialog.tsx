import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { eventHub, type Subscription } from '../../../api/index.ts';
import { FormDialog } from '../../../parts/index.ts';
import { texts } from '../texts.ts';
import { changeOf, draftOf, faultIn, WishForm } from '../wish-form.tsx';
import { useChanged } from './use-subscription.ts';

/** Changes what is wished, of the version that was looked at: whoever was faster is noticed, and nothing of theirs is lost. */
export function EditDialog({ subscription, onClose }: { readonly subscription: Subscription; readonly onClose: () => void }) {
  const say = texts.use();
  const changed = useChanged();
  const [{ id, version, delivery }] = useState(subscription);
  const [draft, setDraft] = useState(() => draftOf(subscription));
  const change = useMutation({
    mutationFn: () =>
      eventHub.PATCH('/v1/subscriptions/{id}', {
        params: { path: { id }, header: { 'if-match': `"${version}"` } },
        body: changeOf(draft, delivery),
      }),
    onSuccess: onClose,
    onSettled: changed,
  });
  const fault = faultIn(draft, delivery);
  return (
    <FormDialog
      title={say('act.edit')}
      isWide
      onClose={onClose}
      action={say('act.save')}
      needs="subscriptions:write"
      fault={fault && say(`make.fault.${fault}`)}
      sending={change}
    >
      <WishForm draft={draft} delivery={delivery} onDraft={setDraft} error={change.error} />
    </FormDialog>
  );
}

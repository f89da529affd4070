import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { detailAt, eventHub, type Subscription } from '../../api/index.ts';
import { Field, FormDialog } from '../../parts/index.ts';
import { SecretShown } from './secret-shown.tsx';
import { type Start, StartField, startOf } from './start-field.tsx';
import { texts } from './texts.ts';
import { emptyDraft, faultIn, WishForm, wishOf } from './wish-form.tsx';

const deliveries = ['webhook', 'sse', 'pull'] as const;

/** Subscribes for an agency that has a grant: nobody else could receive anything. The secret is shown when it is made, and never again. */
export function NewSubscription({ onClose }: { readonly onClose: () => void }) {
  const say = texts.use();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [agency, setAgency] = useState('');
  const [delivery, setDelivery] = useState<(typeof deliveries)[number]>('webhook');
  const [draft, setDraft] = useState(emptyDraft);
  const [asked, setAsked] = useState<Start>({ from: 'now' });
  const [made, setMade] = useState<Subscription>();
  const start = startOf(asked);
  const agencies = useAgencies();
  const make = useMutation({
    mutationFn: async () =>
      (await eventHub.POST('/v1/subscriptions', { body: { agency, delivery, ...(start && { start }), ...wishOf(draft, delivery) } })).data,
    onSuccess: async (subscription) => {
      await queries.invalidateQueries({ queryKey: ['subscriptions'] });
      if (subscription?.secret !== undefined) setMade(subscription);
      else if (subscription) void navigate(`/subscriptions/${subscription.id}`);
    },
  });
  if (made?.secret !== undefined) {
    return <SecretShown secret={made.secret} subscription={made} onClose={() => void navigate(`/subscriptions/${made.id}`)} />;
  }
  const fault = agency === '' ? 'agency' : (faultIn(draft, delivery) ?? (start ? undefined : 'start'));
  return (
    <FormDialog
      title={say('make.title')}
      isWide
      onClose={onClose}
      action={say('make.action')}
      needs="subscriptions:write"
      fault={fault && say(`make.fault.${fault}`)}
      sending={make}
    >
      <Field
        label={say('make.agency')}
        hint={agencies.data?.length === 0 ? say('make.noAgency') : say('make.agencyHint')}
        error={detailAt(make.error, '/agency')}
      >
        <select value={agency} onChange={({ target }) => setAgency(target.value)}>
          <option value="">{say('make.choose')}</option>
          {agencies.data?.map((name) => (
            <option key={name} value={name} translate="no">
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field label={say('make.delivery')} hint={say(`deliveryMeans.${delivery}`)}>
        <select value={delivery} onChange={({ target }) => setDelivery(deliveries.find((each) => each === target.value) ?? 'webhook')}>
          {deliveries.map((each) => (
            <option key={each} value={each}>
              {say(`delivery.${each}`)}
            </option>
          ))}
        </select>
      </Field>
      <StartField start={asked} onStart={setAsked} />
      <WishForm draft={draft} delivery={delivery} onDraft={setDraft} error={make.error} />
    </FormDialog>
  );
}

/** Agencies that may receive something now, by name. */
function useAgencies() {
  return useQuery({
    queryKey: ['grants', 'agencies'],
    queryFn: async ({ signal }) => {
      const { data } = await eventHub.GET('/v1/grants', { params: { query: { limit: 200 } }, signal });
      const active =
        data?.items.filter(({ status, types }) => status === 'active' && types.some((type) => type.status === 'granted')) ?? [];
      return [...new Set(active.map(({ agency }) => agency))].toSorted();
    },
  });
}

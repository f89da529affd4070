import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { eventHub } from '../../../api/index.ts';
import { every, LIVE } from '../../../app/queries.ts';
import { Button, ProblemNotice, Status, Time } from '../../../parts/index.ts';
import { texts } from '../texts.ts';
import { Answer } from './answer.tsx';
import { useChanged } from './use-subscription.ts';

/** One delivery: each attempt with its answer and how long it took; sent again by a click, and seen to be. */
export function DeliveryPanel({ id, delivery }: { readonly id: string; readonly delivery: string }) {
  const say = texts.use();
  const changed = useChanged();
  const path = { id, delivery };
  const found = useQuery({
    queryKey: ['subscriptions', id, 'delivery', delivery],
    queryFn: async ({ signal }) => (await eventHub.GET('/v1/subscriptions/{id}/deliveries/{delivery}', { params: { path }, signal })).data,
    refetchInterval: every(LIVE),
  });
  const resend = useMutation({
    mutationFn: () => eventHub.POST('/v1/subscriptions/{id}/deliveries/{delivery}/resend', { params: { path } }),
    onSettled: changed,
  });
  if (found.isError) return <ProblemNotice error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <span className="skeleton" />;
  const { status, caseId, eventId, attempted = [], dueAt } = found.data;
  return (
    <>
      <p>
        <Status name={status} />{' '}
        <Button
          needs="subscriptions:write"
          isBusy={resend.isPending}
          disabledBecause={status === 'pending' ? say('delivery.pending') : undefined}
          onClick={() => resend.mutate()}
        >
          {say('delivery.resend')}
        </Button>{' '}
        <Link to={`/events?event=${caseId}.${eventId}`}>{say('delivery.openEvent')}</Link>
      </p>
      {resend.isSuccess && status === 'pending' && <p role="status">{say('delivery.resent')}</p>}
      {resend.isError && <ProblemNotice error={resend.error} />}
      {dueAt !== undefined && (
        <p>
          {say('delivery.next')} <Time at={dueAt} />
        </p>
      )}
      <section>
        <h3>{say('delivery.attempts')}</h3>
        {attempted.length === 0 && <p>{say('delivery.none')}</p>}
        <ol>
          {attempted.toReversed().map((attempt) => (
            <li key={attempt.number}>
              <span translate="no">#{attempt.number}</span> <Time at={attempt.at} precision="millisecond" />
              <Answer answer={attempt} />
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

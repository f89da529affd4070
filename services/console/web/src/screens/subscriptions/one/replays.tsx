import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { eventHub, type Replay, type Subscription } from '../../../api/index.ts';
import { LIVE } from '../../../app/queries.ts';
import { Button, Empty, ProblemNotice, Status, type StatusName, Time } from '../../../parts/index.ts';
import styles from '../subscriptions.module.css';
import { texts } from '../texts.ts';
import { ReplayDialog } from './replay-dialog.tsx';
import { useChanged } from './use-subscription.ts';

const looks: Readonly<Record<Replay['status'], StatusName>> = { running: 'delivering', done: 'completed', cancelled: 'cancelled' };

/** What is sent once more: how far each replay has come, and the way to stop it. */
export function Replays({ subscription: { id, status } }: { readonly subscription: Subscription }) {
  const say = texts.use();
  const [isAsking, setAsking] = useState(false);
  const found = useQuery({
    queryKey: ['subscriptions', id, 'replays'],
    queryFn: async ({ signal }) =>
      (await eventHub.GET('/v1/subscriptions/{id}/replays', { params: { path: { id }, query: { limit: 50 } }, signal })).data?.items,
    refetchInterval: LIVE / 2,
  });
  return (
    <div className={styles['scroll']} data-live>
      <div className={styles['bar']}>
        <Button
          look="main"
          needs="subscriptions:write"
          disabledBecause={status === 'ended' ? say('act.ended') : undefined}
          onClick={() => setAsking(true)}
        >
          {say('replay.title')}
        </Button>
      </div>
      {found.isError && <ProblemNotice error={found.error} again={() => void found.refetch()} />}
      {found.data?.length === 0 && (
        <Empty title={say('replay.empty')}>
          <p>{say('replay.means')}</p>
        </Empty>
      )}
      <ul>
        {found.data?.map((replay) => (
          <OneReplay key={replay.id} replay={replay} />
        ))}
      </ul>
      {isAsking && <ReplayDialog id={id} onClose={() => setAsking(false)} />}
    </div>
  );
}

function OneReplay({ replay }: { readonly replay: Replay }) {
  const say = texts.use();
  const changed = useChanged();
  const { percent, deliveries } = replay.progress;
  const cancel = useMutation({
    mutationFn: () =>
      eventHub.POST('/v1/subscriptions/{id}/replays/{replay}/cancellation', {
        params: { path: { id: replay.subscription, replay: replay.id } },
      }),
    onSettled: changed,
  });
  return (
    <>
      <li className={styles['replay']}>
        <Time at={replay.createdAt} />
        <Status name={looks[replay.status]} />
        <span>
          <progress max={100} value={percent} aria-label={say('replay.progress')} />
          {say(`replay.only.${replay.only}`)} <span translate="no">{replay.caseId}</span>
        </span>
        <span>
          <span translate="no">{percent}%</span> · {say('replay.made', { count: deliveries })}
        </span>
        {replay.status === 'running' && (
          <Button needs="subscriptions:write" isBusy={cancel.isPending} onClick={() => cancel.mutate()}>
            {say('replay.cancel')}
          </Button>
        )}
      </li>
      {cancel.isError && <ProblemNotice error={cancel.error} />}
    </>
  );
}

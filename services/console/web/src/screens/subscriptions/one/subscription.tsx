import { Link, useParams } from 'react-router';
import { Problem, type Subscription } from '../../../api/index.ts';
import { Age, Empty, Page, ProblemNotice, ShortId, Status, Tabs, Time } from '../../../parts/index.ts';
import { standingOf } from '../standing.ts';
import styles from '../subscriptions.module.css';
import { texts } from '../texts.ts';
import { lineOf } from '../wish.ts';
import { Actions } from './actions.tsx';
import { Deliveries } from './deliveries.tsx';
import { Replays } from './replays.tsx';
import { useSubscription } from './use-subscription.ts';

/** One subscription: what it wishes, how it fares and what to do about it, each call, and what is sent once more. */
export function OneSubscription() {
  const say = texts.use();
  const { id = '' } = useParams();
  const found = useSubscription(id);
  const subscription = found.data;
  if (!subscription) {
    const isGone = found.error instanceof Problem && (found.error.status === 404 || found.error.status === 400);
    return (
      <Page title={say('one.title')}>
        {isGone && (
          <Empty title={say('one.gone')}>
            <Link to="/subscriptions">{say('one.back')}</Link>
          </Empty>
        )}
        {found.isError && !isGone && <ProblemNotice error={found.error} again={() => void found.refetch()} />}
        {found.isPending && <span className="skeleton" />}
      </Page>
    );
  }
  const isWebhook = subscription.delivery === 'webhook';
  return (
    <Page
      title={`${subscription.subscriber} · ${subscription.description ?? subscription.sink ?? subscription.delivery}`}
      isName
      isFull
      beside={<Status name={subscription.status} />}
      actions={<Actions subscription={subscription} />}
    >
      <Standing subscription={subscription} />
      <Tabs
        tabs={[
          ...(isWebhook ? [{ name: 'deliveries', title: say('tab.deliveries'), content: <Deliveries id={id} /> }] : []),
          { name: 'wish', title: say('tab.wish'), content: <Facts subscription={subscription} /> },
          ...(isWebhook ? [{ name: 'replays', title: say('tab.replays'), content: <Replays subscription={subscription} /> }] : []),
        ]}
      />
    </Page>
  );
}

/** Why nothing is delivered, and how that is mended; nothing while all is well. */
function Standing({ subscription }: { readonly subscription: Subscription }) {
  const say = texts.use();
  const standing = standingOf(subscription);
  if (standing === 'fine') return null;
  return (
    <div className={styles['standing']} role="status">
      <strong>{say(`standing.${standing}`)}</strong>
      {subscription.failingSince !== undefined && (
        <span>
          {say('column.failing')} <Age since={subscription.failingSince} />
        </span>
      )}
      {standing === 'refused' && <span translate="no">{subscription.statusReason}</span>}
      <span>{say(`standingNext.${standing}`)}</span>
    </div>
  );
}

function Facts({ subscription }: { readonly subscription: Subscription }) {
  const say = texts.use();
  const line = lineOf(subscription);
  const facts = [
    ['agency', <span translate="no">{subscription.subscriber}</span>],
    ['delivery', say(`delivery.${subscription.delivery}`)],
    ['sink', subscription.sink !== undefined && <code translate="no">{subscription.sink}</code>],
    ['filter', line === '' ? say('wish.all') : <code translate="no">{line ?? JSON.stringify(subscription.filters)}</code>],
    ['projection', subscription.projection && <code translate="no">{subscription.projection.join(', ')}</code>],
    ['ordered', subscription.delivery === 'webhook' && say(subscription.ordered ? 'wish.ordered' : 'wish.unordered')],
    ['rate', subscription.ratePerSecond !== undefined && <span translate="no">{subscription.ratePerSecond}/s</span>],
    ['behind', subscription.progress.behind !== undefined && <span translate="no">{subscription.progress.behind}</span>],
    ['delivered', subscription.deliveredAt !== undefined && <Time at={subscription.deliveredAt} />],
    ['by', <By who={subscription.createdBy} at={subscription.createdAt} />],
    ['changedBy', subscription.updatedBy && <By who={subscription.updatedBy} at={subscription.updatedAt} />],
    ['id', <ShortId id={subscription.id} />],
  ] as const;
  return (
    <dl className={styles['facts']} data-live>
      {facts.map(
        ([name, value]) =>
          value !== undefined &&
          value !== false && (
            <div key={name}>
              <dt>{say(`column.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function By({ who, at }: { readonly who: Subscription['createdBy']; readonly at: string }) {
  return (
    <>
      <span translate="no">
        {who.type} {who.id}
      </span>{' '}
      <Time at={at} />
    </>
  );
}

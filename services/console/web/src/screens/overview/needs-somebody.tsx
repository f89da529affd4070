import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { consoleApi, eventHub, type Flows } from '../../api/index.ts';
import { useDepartmentName, useProcessName, useServices } from '../../app/names.ts';
import { every, LIVE } from '../../app/queries.ts';
import { holds, useSession } from '../../app/session.tsx';
import { Age, Status, StatusShape, timeOfDay } from '../../parts/index.ts';
import type { Loom, LoomCell } from './loom.ts';
import { type Need, needsOf } from './needs.ts';
import styles from './needs.module.css';
import { useQuietSince } from './quiet-since.ts';
import { texts } from './texts.ts';

interface NeedsSomebodyProps {
  readonly flows: UseQueryResult<Flows | undefined>;
  readonly loom: Loom | undefined;
}

/** A short list of what waits for a person, by urgency, each with its one next action. */
export function NeedsSomebody({ flows, loom }: NeedsSomebodyProps) {
  const say = texts.use();
  const session = useSession();
  const services = useServices();
  const departmentName = useDepartmentName();
  const deadLetters = useQuery({
    queryKey: ['dead-letters', 'summary'],
    queryFn: async ({ signal }) => (await consoleApi.GET('/api/dead-letters/summary', { signal })).data,
    enabled: holds(session, 'dead-letters:read'),
    refetchInterval: every(LIVE * 2),
  });
  const subscriptions = useQuery({
    queryKey: ['subscriptions', 'failing'],
    queryFn: async ({ signal }) =>
      (await eventHub.GET('/v1/subscriptions', { params: { query: { failing: 'true', limit: 200 } }, signal })).data?.items ?? [],
    enabled: holds(session, 'events:read'),
    refetchInterval: every(LIVE * 5),
  });
  const sources = { services, flows, deadLetters, subscriptions };
  const failed = (Object.keys(sources) as (keyof typeof sources)[]).filter((name) => sources[name].isError);
  const isLoading = services.isLoading || flows.isLoading || deadLetters.isLoading || subscriptions.isLoading;
  const needs = needsOf({
    services: services.data ?? [],
    flows: flows.data ?? { stalled: [], stalledCount: 0 },
    late: lateIn(loom),
    deadLetters: deadLetters.data?.items ?? [],
    subscriptions: subscriptions.data ?? [],
  });
  const unread = [
    ...failed.map((name) => say(`needs.source.${name}`)),
    ...(deadLetters.data?.missing ?? []).map((service) => departmentName(service)),
  ];
  // What is not known may well need somebody.
  const quietSince = useQuietSince(needs.length > 0 ? 'busy' : isLoading || unread.length > 0 ? 'unknown' : 'quiet');
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{say('needs.title')}</h2>
      {unread.length > 0 && <p role="status">{say('needs.partly', { what: unread.join('、') })}</p>}
      {isLoading && <span className="skeleton" />}
      {quietSince !== undefined && (
        <p className={styles['none']} data-live>
          <StatusShape name="granted" /> {say('needs.none', { since: timeOfDay(quietSince, 'minute') })}
        </p>
      )}
      <ul className={styles['needs']} data-live>
        {needs.map((need) => (
          <li key={need.key}>
            <Row need={need} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function lateIn(loom: Loom | undefined): readonly LoomCell[] {
  return loom?.rows.flatMap(({ cells }) => Object.values(cells).filter(({ tone }) => tone === 'late')) ?? [];
}

function Row({ need }: { readonly need: Need }) {
  const say = texts.use();
  return (
    <>
      <span className={styles['what']}>
        <What need={need} />
      </span>
      {need.since !== undefined && (
        <span className={styles['since']}>
          <Age since={need.since} />
        </span>
      )}
      <Link to={need.to}>{say(`needs.action.${need.kind}`)}</Link>
    </>
  );
}

function What({ need }: { readonly need: Need }) {
  const say = texts.use();
  const [processName, departmentName] = [useProcessName(), useDepartmentName()];
  switch (need.kind) {
    case 'service':
      return (
        <>
          <Status name={need.state}>{say('needs.subject.service')}</Status> <b translate="no">{departmentName(need.service)}</b>{' '}
          {say(`needs.service.${need.state}`)}
        </>
      );
    case 'stalled':
      return (
        <>
          <Status name="stalled">{say('needs.subject.stalled')}</Status>{' '}
          <b translate="no">
            {need.code} {processName(need.process)}
          </b>{' '}
          <span translate="no" className={styles['detail']}>
            {need.department !== undefined && departmentName(need.department)} {need.error}
          </span>
        </>
      );
    case 'late':
      return (
        <>
          <Status name="late">{say('needs.subject.late')}</Status> <b translate="no">{processName(need.process)}</b>{' '}
          {say('needs.late', { department: departmentName(need.department), count: need.count })}
        </>
      );
    case 'more-stalled':
      return <Status name="stalled">{say('needs.more', { count: need.count })}</Status>;
    case 'dead-letters':
      return (
        <>
          <Status name="failed">{say('needs.subject.deadLetters')}</Status> <b translate="no">{departmentName(need.service)}</b>{' '}
          {say('needs.letters', { count: need.count, code: need.code })}
        </>
      );
    case 'subscription':
      return (
        <>
          <Status name={need.state === 'disabled' ? 'disabled' : 'late'}>{say('needs.subject.subscription')}</Status>{' '}
          <b translate="no">{need.subscriber}</b>{' '}
          <span translate="no" className={styles['detail']}>
            {need.sink}
          </span>{' '}
          {say(`needs.unreached.${need.state}`)}
        </>
      );
  }
}

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { type CloudEvent, eventHub } from '../../api/index.ts';
import { useEventTypes } from '../../app/event-types.ts';
import { useDepartmentName } from '../../app/names.ts';
import { Button, CodeView, CopyButton, Empty, ProblemNotice, Time } from '../../parts/index.ts';
import { language, titleIn } from '../../texts/index.ts';
import { curlOf } from './copies.ts';
import styles from './events.module.css';
import type { Tail } from './tail.ts';
import { texts } from './texts.ts';

type Named = Pick<CloudEvent, 'id' | 'subject'>;

interface EventPanelProps {
  readonly of: Named;
  readonly tail: Tail;
  readonly onOpen: (event: Named) => void;
}

/** One event: what it means, its attributes, its payload with the schema, and what caused it. One that is not in the list is looked up. */
export function EventPanel({ of, tail, onOpen }: EventPanelProps) {
  const say = texts.use();
  const row = tail.buffer.rowOf(of.id);
  const listed = row < 0 ? undefined : tail.buffer.at(row);
  const found = useQuery({
    queryKey: ['event', of.subject, of.id],
    queryFn: async ({ signal }) => {
      const query = { subject: of.subject, filter: `event.id == ${JSON.stringify(of.id)}`, limit: 1 };
      return (await eventHub.GET('/v1/events', { params: { query }, signal })).data?.items[0] ?? null;
    },
    enabled: listed === undefined,
    staleTime: Infinity,
  });
  const event = listed ?? found.data;
  if (event) return <OneEvent event={event} onOpen={onOpen} />;
  if (found.isError) return <ProblemNotice error={found.error} again={() => void found.refetch()} />;
  if (found.isPending) return <span className="skeleton" />;
  return (
    <Empty title={say('one.gone')}>
      <p>{say('one.goneNext')}</p>
    </Empty>
  );
}

function OneEvent({ event, onOpen }: { readonly event: CloudEvent; readonly onOpen: (event: Named) => void }) {
  const say = texts.use();
  const departmentName = useDepartmentName();
  language.use();
  const { data: types } = useEventTypes();
  const type = types?.find((each) => each.type === event.type);
  const { data, ...attributes } = event;
  const payload = useMemo(() => JSON.stringify(data, null, 2), [data]);
  const schema = useMemo(() => type && JSON.stringify(type.schema, null, 2), [type]);
  const { causationid: cause, subject, process } = event;
  return (
    <>
      <div className={styles['actions']}>
        {process !== undefined && <Link to={`/cases/${subject}`}>{say('one.case')}</Link>}
        {cause !== undefined && (
          <Button look="quiet" onClick={() => onOpen({ id: cause, subject })}>
            {say('one.cause')}
          </Button>
        )}
        <span className={styles['copies']}>
          <span translate="no">JSON</span> <CopyButton text={JSON.stringify(event, null, 2)} label={say('one.copyJson')} />
          <span translate="no" title={say('one.curlHint')}>
            curl
          </span>{' '}
          <CopyButton text={curlOf(event)} label={say('one.copyCurl')} />
        </span>
      </div>
      <section>
        <h3 translate={type ? 'no' : undefined}>{type ? titleIn(type.title) : say('one.unknown')}</h3>
        {type && (
          <>
            <p translate="no">{titleIn(type.description)}</p>
            <p className={styles['owner']}>
              {say('one.owner')} <span translate="no">{type.owners.map(departmentName).join(' · ')}</span>
              {type.replacedBy !== undefined && ` · ${say('one.replaced', { type: type.replacedBy })}`}
            </p>
          </>
        )}
      </section>
      <section>
        <h3>{say('one.attributes')}</h3>
        <dl className={styles['attributes']} translate="no">
          {Object.entries(attributes).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{name === 'time' ? <Time at={String(value)} precision="millisecond" /> : String(value)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{say('one.payload')}</h3>
        {payload === undefined ? (
          <p>{say('one.empty')}</p>
        ) : (
          <div className={styles['payload']}>
            <CodeView text={payload} language="json" label={say('one.payload')} />
          </div>
        )}
      </section>
      {schema !== undefined && (
        <details>
          <summary>{say('one.schema')}</summary>
          <div className={styles['payload']}>
            <CodeView text={schema} language="json" label={say('one.schema')} />
          </div>
        </details>
      )}
    </>
  );
}

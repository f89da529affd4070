import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { department as serviceOf, Problem } from '../../api/index.ts';
import { Button, CodeView, Described, Empty, ProblemNotice, ReasonDialog, Status, Time } from '../../parts/index.ts';
import styles from './dead-letters.module.css';
import { texts } from './texts.ts';

/** One dead letter: why it could not be taken, what it is, where it is from; run again, put away, looked into with a reason. */
export function LetterPanel({ service, id }: { readonly service: string; readonly id: string }) {
  const say = texts.use();
  const queries = useQueryClient();
  const path = { params: { path: { id } } };
  // Every service has the same routes for its dead letters.
  const api = serviceOf(service);
  const [open, setOpen] = useState<'show' | 'discard'>();
  const [body, setBody] = useState<string>();
  const found = useQuery({
    queryKey: ['dead-letter', service, id],
    queryFn: async ({ signal }) => (await api.GET('/v1/dead-letters/{id}', { ...path, signal })).data,
  });
  const seen = useQuery({
    queryKey: ['dead-letter', service, id, 'seen'],
    queryFn: async ({ signal }) => (await api.GET('/v1/dead-letters/{id}/disclosures', { ...path, signal })).data?.items,
  });
  const changed = (): Promise<unknown> =>
    Promise.all(['dead-letter', 'dead-letters', 'flows'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  const redrive = useMutation({ mutationFn: () => api.POST('/v1/dead-letters/{id}/redrive', path), onSettled: changed });
  if (found.error instanceof Problem && found.error.status === 404) return <Empty title={say('one.gone')} />;
  if (found.isError) return <ProblemNotice error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <span className="skeleton" />;
  const letter = found.data;
  const isOver = letter.status === 'waiting' ? undefined : say('onlyWaiting');
  return (
    <>
      <div className={styles['actions']}>
        <Status name={letter.status} />
        <Button look="main" needs="dead-letters:write" isBusy={redrive.isPending} disabledBecause={isOver} onClick={() => redrive.mutate()}>
          {say('one.redrive')}
        </Button>
        <Button look="danger" needs="dead-letters:write" disabledBecause={isOver} onClick={() => setOpen('discard')}>
          {say('one.discard')}
        </Button>
        {letter.caseId !== undefined && <Link to={`/cases/${letter.caseId}`}>{say('one.openCase')}</Link>}
      </div>
      {redrive.isError && <ProblemNotice error={redrive.error} />}
      <section>
        <h3>{say('one.reason')}</h3>
        <p translate="no">
          <code>{letter.code}</code> {letter.reason}
        </p>
      </section>
      {letter.settledAt !== undefined && (
        <section>
          <h3>{say('one.settled')}</h3>
          <p>
            <Status name={letter.status} /> <Time at={letter.settledAt} />{' '}
            <span translate="no">
              {letter.settledBy?.id} {letter.settledBecause}
            </span>
          </p>
        </section>
      )}
      <section>
        <h3>{say('one.origin')}</h3>
        <dl className={styles['facts']}>
          <Fact name={say('one.source')} value={letter.headers['ce_source']} />
          <Fact name={say('one.type')} value={letter.headers['ce_type']} />
          <Fact name={say('one.place')} value={`${letter.topic} / ${letter.partition} / ${letter.offset}`} />
          <Fact name={say('one.bytes')} value={String(letter.bytes)} />
          <div>
            <dt>{say('one.recorded')}</dt>
            <dd>
              <Time at={letter.recordedAt} precision="millisecond" />
            </dd>
          </div>
        </dl>
      </section>
      <section>
        <h3>{say('one.headers')}</h3>
        <Described values={letter.headers} />
      </section>
      <section>
        <h3>{say('one.body')}</h3>
        <p>{letter.structure === undefined ? say('one.unreadable', { count: letter.bytes }) : say('one.hidden')}</p>
        {body === undefined && (
          <Button needs="personal:read" onClick={() => setOpen('show')}>
            {say('one.show')}
          </Button>
        )}
        <div className={styles['body']}>
          {body !== undefined && <CodeView language="json" label={say('one.body')} text={pretty(body)} />}
          {body === undefined && letter.structure !== undefined && (
            <CodeView language="json" label={say('one.body')} text={JSON.stringify(letter.structure, null, 2)} />
          )}
        </div>
      </section>
      {seen.data && seen.data.length > 0 && (
        <section>
          <h3>{say('one.seen')}</h3>
          <ul>
            {seen.data.map((each) => (
              <li key={each.id}>
                <Time at={each.at} /> <span translate="no">{`${each.by.id}: ${each.reason}`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ReasonDialog
        title={say('one.showTitle')}
        action={say('one.show')}
        isOpen={open === 'show'}
        onClose={() => setOpen(undefined)}
        onReason={async (reason) => {
          const { data } = await api.POST('/v1/dead-letters/{id}/disclosures', { ...path, body: { reason } });
          setBody(data?.body);
          await seen.refetch();
        }}
      >
        <p>{say('one.showExplain')}</p>
      </ReasonDialog>
      <ReasonDialog
        title={say('one.discardTitle')}
        action={say('one.discard')}
        isDangerous
        isOpen={open === 'discard'}
        onClose={() => setOpen(undefined)}
        onReason={async (reason) => {
          await api.POST('/v1/dead-letters/{id}/discard', { ...path, body: { reason } });
          await changed();
        }}
      >
        <p>{say('one.discardExplain')}</p>
      </ReasonDialog>
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd translate="no">{value ?? '–'}</dd>
    </div>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

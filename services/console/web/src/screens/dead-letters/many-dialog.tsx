import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleApi, department as serviceOf, Problem } from '../../api/index.ts';
import { useDepartmentName } from '../../app/names.ts';
import { Button, Dialog, Field, partsTexts, ProblemNotice, Time } from '../../parts/index.ts';
import styles from './dead-letters.module.css';
import { type LetterFilter, ownFilter } from './filter.ts';
import type { Matching } from './matching.ts';
import { type ManyOutcome, Outcome } from './outcome.tsx';
import { texts } from './texts.ts';

interface ManyDialogProps {
  readonly act: 'redrive' | 'discard';
  readonly filter: LetterFilter;
  readonly counts: UseQueryResult<Matching[]>;
  readonly onClose: () => void;
}

/** Before many are settled: how many, of which services, some of them. A service refuses if it has another number by then. */
export function ManyDialog({ act, filter, counts, onClose }: ManyDialogProps) {
  const say = texts.use();
  const word = partsTexts.use();
  const departmentName = useDepartmentName();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const sample = useQuery({
    queryKey: ['dead-letters', 'sample', filter],
    queryFn: async ({ signal }) =>
      (await consoleApi.GET('/api/dead-letters', { params: { query: { ...filter, status: 'waiting', limit: 5 } }, signal })).data?.items,
  });
  const total = (counts.data ?? []).reduce((sum, { count }) => sum + count, 0);
  const settle = useMutation({
    mutationFn: () => settleAll(act, filter, counts.data ?? [], reason.trim()),
    onSettled: () => queries.invalidateQueries({ queryKey: ['dead-letters'] }),
  });
  const hasChanged = settle.error instanceof Problem && settle.error.status === 409;
  const why =
    total === 0 ? say('noneWaiting') : act === 'discard' && reason.trim().length < 3 ? word('reason.short', { count: 3 }) : undefined;
  if (settle.data) return <Outcome outcome={settle.data} status={act === 'redrive' ? 'redriven' : 'discarded'} onClose={onClose} />;
  return (
    <Dialog
      title={say(`many.${act}`)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{word('cancel')}</Button>
          <Button
            look={act === 'redrive' ? 'main' : 'danger'}
            isBusy={settle.isPending || counts.isFetching}
            disabledBecause={why}
            onClick={() => settle.mutate()}
          >
            {say('many.go', { count: total })}
          </Button>
        </>
      }
    >
      <p>{say(act === 'redrive' ? 'many.explainRedrive' : 'many.explainDiscard')}</p>
      {counts.isError && <ProblemNotice error={counts.error} again={() => void counts.refetch()} />}
      {hasChanged && <p role="alert">{say('many.changed')}</p>}
      {settle.isError && !hasChanged && <ProblemNotice error={settle.error} />}
      <p>{say('many.count', { count: total })}</p>
      <ul className={styles['sample']}>
        {counts.data?.map(({ service, count }) => (
          <li key={service} translate="no">
            {departmentName(service)}: {count}
          </li>
        ))}
      </ul>
      <h3>{say('many.sample')}</h3>
      <ul className={styles['sample']}>
        {sample.data?.map((letter) => (
          <li key={letter.id}>
            <Time at={letter.recordedAt} /> <span translate="no">{letter.reason}</span>
          </li>
        ))}
      </ul>
      {act === 'discard' && (
        <Field label={word('reason.label')} hint={word('reason.hint')}>
          <textarea value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
    </Dialog>
  );
}

/**
 * Service by service: of each, as many as were shown, or none. What the first one refuses is thrown, since nothing was done then; what a
 * later one refuses is told beside what was done before it.
 */
async function settleAll(act: 'redrive' | 'discard', filter: LetterFilter, all: readonly Matching[], reason: string): Promise<ManyOutcome> {
  let outcome: ManyOutcome = { done: 0, failed: [], remaining: 0 };
  for (const [index, matching] of all.entries()) {
    try {
      const { done, failed, remaining } = await settleAt(act, filter, matching, reason);
      outcome = { done: outcome.done + done, failed: [...outcome.failed, ...failed], remaining: outcome.remaining + remaining };
    } catch (error) {
      if (index === 0) throw error;
      outcome = {
        ...outcome,
        failed: [...outcome.failed, { id: matching.service, detail: error instanceof Error ? error.message : String(error) }],
      };
    }
  }
  return outcome;
}

async function settleAt(
  act: 'redrive' | 'discard',
  filter: LetterFilter,
  { service, count }: Matching,
  reason: string,
): Promise<ManyOutcome> {
  const which = { filter: ownFilter(filter), count };
  const { data } =
    act === 'redrive'
      ? await serviceOf(service).POST('/v1/dead-letters/redrives', { body: which })
      : await serviceOf(service).POST('/v1/dead-letters/discards', { body: { ...which, reason } });
  return data ?? { done: 0, failed: [], remaining: 0 };
}

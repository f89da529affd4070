import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { department as serviceOf, type DeadLetter } from '../../api/index.ts';
import { Button } from '../../parts/index.ts';
import styles from './dead-letters.module.css';
import type { LetterFilter } from './filter.ts';
import { ManyDialog } from './many-dialog.tsx';
import { matching } from './matching.ts';
import { Outcome, outcomeOf, type ManyOutcome } from './outcome.tsx';
import { texts } from './texts.ts';

interface ManyActionsProps {
  readonly filter: LetterFilter;
  readonly chosen: readonly DeadLetter[];
  readonly onDone: () => void;
}

/** Settles many at once: those that were chosen, or all of the filter that wait. */
export function ManyActions({ filter, chosen, onDone }: ManyActionsProps) {
  const say = texts.use();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'redrive' | 'discard'>();
  const counts = useQuery({
    queryKey: ['dead-letters', 'matching', filter],
    queryFn: async ({ signal }) => matching(filter, signal),
    enabled: open !== undefined,
    staleTime: 0,
  });
  const each = useMutation({
    mutationFn: async (): Promise<ManyOutcome> => {
      const tried = await Promise.allSettled(
        chosen.map(({ service, id }) => serviceOf(service).POST('/v1/dead-letters/{id}/redrive', { params: { path: { id } } })),
      );
      return outcomeOf(
        chosen.map(({ id }) => id),
        tried,
      );
    },
    onSettled: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: ['dead-letters'] });
    },
  });
  const isSettled = filter.status !== undefined && filter.status !== 'waiting' ? say('noneWaiting') : undefined;
  return (
    <div className={styles['actions']}>
      {chosen.length > 0 && (
        <>
          <span>{say('chosen', { count: chosen.length })}</span>
          <Button needs="dead-letters:write" isBusy={each.isPending} onClick={() => each.mutate()}>
            {say('redriveChosen')}
          </Button>
        </>
      )}
      <Button needs="dead-letters:write" disabledBecause={isSettled} onClick={() => setOpen('redrive')}>
        {say('redriveAll')}
      </Button>
      <Button look="danger" needs="dead-letters:write" disabledBecause={isSettled} onClick={() => setOpen('discard')}>
        {say('discardAll')}
      </Button>
      <Outcome outcome={each.data} onClose={each.reset} />
      {open !== undefined && <ManyDialog act={open} filter={filter} counts={counts} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

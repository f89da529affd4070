import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type CaseEvent, orchestrator } from '../../../api/index.ts';
import { every, LIVE } from '../../../app/queries.ts';
import { useCaseStream } from './use-case-stream.ts';

/** Milliseconds between two looks at a case whose events are told as they happen, in case one is not. */
const SELDOM = 15_000;

/** A case with its events, looked at anew whenever something happens in it. */
export function useCase(id: string) {
  const client = useQueryClient();
  const path = { id };
  const onEvent = useCallback(() => void client.invalidateQueries({ queryKey: ['case', id] }), [client, id]);
  const hearing = useCaseStream(id, onEvent);
  const isTold = hearing === 'told';
  const shown = useQuery({
    queryKey: ['case', id],
    queryFn: async ({ signal }) => (await orchestrator.GET('/v1/cases/{id}', { params: { path }, signal })).data,
    refetchInterval: (query) => every(query.state.data?.status === 'closed' || isTold ? SELDOM : LIVE)(query),
  });
  const events = useQuery({
    queryKey: ['case', id, 'events'],
    queryFn: async ({ signal }) => {
      const all: CaseEvent[] = [];
      let after: string | undefined;
      do {
        const query = { limit: 200, ...(after !== undefined && { after }) };
        const { data } = await orchestrator.GET('/v1/cases/{id}/events', { params: { path, query }, signal });
        all.push(...(data?.items ?? []));
        after = data?.next;
      } while (after !== undefined);
      return all;
    },
    refetchInterval: every(shown.data?.status === 'closed' || isTold ? SELDOM : LIVE),
    enabled: shown.data !== undefined,
  });
  return { shown, events, hearing };
}

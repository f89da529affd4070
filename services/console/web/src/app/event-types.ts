import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { eventHub, type EventType } from '../api/index.ts';
import { language, titleIn } from '../texts/index.ts';

/** Every type of event there is: they change with a deployment, seldom enough for once in five minutes. */
export function useEventTypes() {
  return useQuery({
    queryKey: ['event-types'],
    queryFn: async ({ signal }): Promise<readonly EventType[]> => (await eventHub.GET('/v1/event-types', { signal })).data?.items ?? [],
    staleTime: 300_000,
  });
}

/** What a type of event is called in the language of the page; its own name until that is known. */
export function useEventTypeName(): (type: string) => string {
  const { data } = useEventTypes();
  const spoken = language.use();
  // Another function for another language, so that whoever keeps what it said says it anew.
  return useCallback(
    (type: string) => {
      const known = data?.find((each) => each.type === type);
      return known ? titleIn(known.title) : type;
    },
    [data, spoken],
  );
}

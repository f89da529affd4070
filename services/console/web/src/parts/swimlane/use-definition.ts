import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orchestrator } from '../../api/index.ts';
import { readDefinition } from './definition.ts';

/** A version of a process, which never changes once it is published; and what can be drawn of its definition. */
export function useDefinition(process: string | undefined, version: number | undefined) {
  const query = useQuery({
    queryKey: ['processes', process, version],
    queryFn: async ({ signal }) => {
      const path = { id: process ?? '', version: version ?? 0 };
      return (await orchestrator.GET('/v1/processes/{id}/versions/{version}', { params: { path }, signal })).data;
    },
    enabled: process !== undefined && version !== undefined,
    staleTime: Infinity,
  });
  const json = query.data?.definition;
  const definition = useMemo(() => (json === undefined ? undefined : readDefinition(json)), [json]);
  return { query, definition };
}

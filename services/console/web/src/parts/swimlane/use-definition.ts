import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orchestrator } from '../../api/index.ts';
import { readDefinition } from './definition.ts';

/** A version of a process, which never changes once it is published. */
export const definitionQuery = (process: string, version: number) =>
  queryOptions({
    queryKey: ['processes', process, version],
    queryFn: async ({ signal }) => {
      const path = { id: process, version };
      return (await orchestrator.GET('/v1/processes/{id}/versions/{version}', { params: { path }, signal })).data;
    },
    staleTime: Infinity,
  });

/** A version of a process, and what can be drawn of its definition; nothing is asked for before it is known which. */
export function useDefinition(process: string | undefined, version: number | undefined) {
  const query = useQuery({ ...definitionQuery(process ?? '', version ?? 0), enabled: process !== undefined && version !== undefined });
  const json = query.data?.definition;
  const definition = useMemo(() => (json === undefined ? undefined : readDefinition(json)), [json]);
  return { query, definition };
}

import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { consoleApi, orchestrator } from '../api/index.ts';
import { language, titleIn } from '../texts/index.ts';
import { every } from './queries.ts';

/** Services and processes seldom change: once a minute is enough for their names. */
const SELDOM = 60_000;

const services = queryOptions({
  queryKey: ['services'],
  queryFn: async ({ signal }) => (await consoleApi.GET('/api/services', { signal })).data ?? [],
});

/** All services, with their state as it is now; the departments among them in the order in which the catalogue names them. */
export function useServices() {
  return useQuery({ ...services, refetchInterval: every(5_000) });
}

/** The same for their names, which seldom change: nobody is asked how they are. */
export function useKnownServices() {
  return useQuery({ ...services, staleTime: SELDOM });
}

/** All processes that cases can be of. */
export function useProcesses() {
  return useQuery({
    queryKey: ['processes'],
    queryFn: async ({ signal }) => (await orchestrator.GET('/v1/processes', { signal })).data?.items ?? [],
    staleTime: SELDOM,
  });
}

/** The title of a service (a department is one) in the language of the page; its id until that is known. */
export function useDepartmentName(): (id: string) => string {
  const { data } = useKnownServices();
  const spoken = language.use();
  // Another function for another language, so that whoever keeps what it said says it anew.
  return useCallback((id: string) => named(data?.find(({ name }) => name === id)?.title, id), [data, spoken]);
}

/** The title of a process in the language of the page; its id until that is known. */
export function useProcessName(): (id: string) => string {
  const { data } = useProcesses();
  const spoken = language.use();
  return useCallback((id: string) => named(data?.find(({ process }) => process === id)?.title, id), [data, spoken]);
}

function named(title: { readonly zh: string; readonly en: string } | undefined, id: string): string {
  return title ? titleIn(title) : id;
}

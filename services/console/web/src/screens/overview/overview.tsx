import { keepPreviousData, replaceEqualDeep, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useProcesses, useKnownServices } from '../../app/names.ts';
import { every, LIVE } from '../../app/queries.ts';
import { zone } from '../../app/zone.ts';
import { orchestrator } from '../../api/index.ts';
import { Page, ProblemNotice } from '../../parts/index.ts';
import { CaseFigures } from './case-figures.tsx';
import { Day } from './day.tsx';
import { dayZone } from './day-zone.ts';
import { DivisionField } from './division-field.tsx';
import { type Loom, loomOf } from './loom.ts';
import { LoomTable } from './loom-table.tsx';
import { NeedsSomebody } from './needs-somebody.tsx';
import { texts } from './texts.ts';

/** Where everything stands, and what needs somebody: kept by the orchestrator, looked at every two seconds. */
export function Overview() {
  const say = texts.use();
  const [params] = useSearchParams();
  const division = params.get('division') ?? undefined;
  const day = dayZone(zone.use());
  const flows = useQuery({
    queryKey: ['flows', division, day],
    queryFn: async ({ signal }) =>
      (
        await orchestrator.GET('/v1/flows', {
          params: { query: { ...(division !== undefined && { division }), ...(day && { zone: day }) } },
          signal,
        })
      ).data,
    refetchInterval: every(LIVE),
    placeholderData: keepPreviousData,
  });
  const { data: processes } = useProcesses();
  const { data: services } = useKnownServices();
  // What is as it was before stays the same object, and is not drawn again.
  const loom = useRef<Loom>(undefined);
  loom.current =
    flows.data &&
    replaceEqualDeep(
      loom.current,
      loomOf(
        flows.data,
        processes ?? [],
        (services ?? []).filter(({ kind }) => kind === 'department').map(({ name }) => name),
        Date.now(),
      ),
    );
  return (
    <Page title={say('title')} actions={<DivisionField />}>
      {flows.isError && !flows.data && <ProblemNotice error={flows.error} again={() => void flows.refetch()} />}
      {flows.data && flows.data.behind > 100 && <p role="status">{say('behind', { count: flows.data.behind })}</p>}
      <LoomTable loom={loom.current} division={division} />
      <NeedsSomebody flows={flows} loom={loom.current} />
      <CaseFigures processes={flows.data?.processes} division={division} />
      <Day hours={flows.data?.hours} />
    </Page>
  );
}

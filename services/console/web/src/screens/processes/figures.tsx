import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { orchestrator, type ProcessFigures } from '../../api/index.ts';
import { every, LIVE } from '../../app/queries.ts';
import { duration, ProblemNotice, type StatusName, StatusShape } from '../../parts/index.ts';
import type { FlowDefinition } from '../../parts/swimlane/index.ts';
import { DepartmentBars } from './department-bars.tsx';
import styles from './process-page.module.css';
import { StepFigures } from './step-figures.tsx';
import { texts } from './texts.ts';

export interface FiguresProps {
  readonly process: string;
  readonly version: number;
  readonly definition: FlowDefinition;
}

/** How the cases of a version went: outcomes, lead time, and where the time went. */
export function Figures({ process, version, definition }: FiguresProps) {
  const say = texts.use();
  const { data, error, refetch } = useQuery({
    queryKey: ['figures', process, version],
    queryFn: async ({ signal }) => {
      const path = { id: process, version };
      return (await orchestrator.GET('/v1/processes/{id}/versions/{version}/figures', { params: { path }, signal })).data;
    },
    refetchInterval: every(5 * LIVE),
    placeholderData: keepPreviousData,
  });
  if (!data) return error ? <ProblemNotice error={error} again={() => void refetch()} /> : <span className="skeleton" />;
  return (
    <section aria-labelledby="figures" className={styles['figures']} data-live>
      <h2 id="figures">{say('figures.title')}</h2>
      {data.cases.opened === 0 ? (
        <p>{say('figures.none')}</p>
      ) : (
        <>
          <Outcomes figures={data} />
          <DepartmentBars departments={data.departments} />
          <StepFigures steps={data.steps} definition={definition} />
        </>
      )}
    </section>
  );
}

const outcomes = ['granted', 'refused', 'withdrawn', 'cancelled'] as const satisfies readonly StatusName[];

function Outcomes({ figures: { process, cases, leadSeconds } }: { readonly figures: ProcessFigures }) {
  const say = texts.use();
  const lead = (['p50', 'p90'] as const).map((name) => [name, leadSeconds[name]] as const);
  return (
    <dl className={styles['numbers']}>
      <div>
        <dt>{say('figures.opened')}</dt>
        <dd translate="no">
          <Link to={`/cases?process=${process}`}>{cases.opened}</Link>
        </dd>
      </div>
      {outcomes.map((outcome) => (
        <div key={outcome}>
          <dt>
            <StatusShape name={outcome} /> {say(`figures.${outcome}`)}
          </dt>
          <dd translate="no">
            <Link to={`/cases?process=${process}&outcome=${outcome}`}>{cases[outcome]}</Link>
          </dd>
        </div>
      ))}
      {lead.map(([name, seconds]) => (
        <div key={name}>
          <dt>{say(`figures.${name}`)}</dt>
          <dd translate="no">{seconds === undefined ? '–' : duration(seconds)}</dd>
        </div>
      ))}
    </dl>
  );
}

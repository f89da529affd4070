import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { type Case, type CaseEvent, Problem } from '../../../api/index.ts';
import { Empty, Page, ProblemNotice, Tabs, timeOfDay } from '../../../parts/index.ts';
import { CaseGantt, type FlowDefinition, readDefinition, Swimlane, useDefinition } from '../../../parts/swimlane/index.ts';
import { isCaseId } from '../../../parts/case-name.ts';
import { texts } from '../texts.ts';
import { ActorsTab } from './actors-tab.tsx';
import { CaseFacts, CaseHead } from './case-head.tsx';
import styles from './case-page.module.css';
import { DataTab } from './data-tab.tsx';
import { Disclose } from './disclose.tsx';
import { EventsTab } from './events-tab.tsx';
import { RawTab } from './raw-tab.tsx';
import { StalledNotice } from './stalled-notice.tsx';
import { statesOf } from './standing.ts';
import { StandingSentence } from './standing-sentence.tsx';
import { useCase } from './use-case.ts';

/** One case: how it stands, in which order and time it goes, and everything that happened in it. */
export function CasePage() {
  const { id = '' } = useParams();
  return isCaseId(id) ? <KnownCase key={id} id={id} /> : <NoCase id={id} why="malformed" />;
}

function KnownCase({ id }: { readonly id: string }) {
  const say = texts.use();
  const { shown, events, hearing } = useCase(id);
  const { definition, query } = useDefinition(shown.data?.process, shown.data?.version);
  if (!shown.data) {
    if (shown.error instanceof Problem && shown.error.status === 404) return <NoCase id={id} why="id" />;
    return (
      <Page title={say('title')}>
        {shown.error ? <ProblemNotice error={shown.error} again={() => void shown.refetch()} /> : <Waiting />}
      </Page>
    );
  }
  return (
    <Page title={shown.data.code} isName beside={<CaseHead shown={shown.data} />} actions={<Disclose shown={shown.data} />}>
      {hearing === 'away' && shown.data.status !== 'closed' && <p role="status">{say('case.unheard')}</p>}
      {shown.error && (
        <>
          <p role="status">{say('case.stale', { at: timeOfDay(shown.dataUpdatedAt) })}</p>
          <ProblemNotice error={shown.error} again={() => void shown.refetch()} />
        </>
      )}
      <StandingSentence shown={shown.data} definition={definition ?? NOTHING} />
      <StalledNotice shown={shown.data} />
      <CaseFacts shown={shown.data} />
      {query.error && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {events.error && !events.data && <ProblemNotice error={events.error} again={() => void events.refetch()} />}
      {definition && events.data ? <Seen shown={shown.data} events={events.data} definition={definition} /> : <Waiting />}
    </Page>
  );
}

const NOTHING = readDefinition(undefined);

interface SeenProps {
  readonly shown: Case;
  readonly events: readonly CaseEvent[];
  readonly definition: FlowDefinition;
}

/** Pictures and lists of one case, in which the same step is lit up. */
function Seen({ shown, events, definition }: SeenProps) {
  const say = texts.use();
  const [hovered, hover] = useState<string>();
  const suspended = new Set(Object.entries(shown.steps).flatMap(([name, { status }]) => (status === 'suspended' ? [name] : [])));
  return (
    <>
      <section aria-label={say('case.pictures')} className={styles['pictures']}>
        <Swimlane definition={definition} states={statesOf(shown, events)} hovered={hovered} onHover={hover} />
        <CaseGantt
          definition={definition}
          openedAt={shown.openedAt}
          closedAt={shown.closedAt}
          events={events}
          suspended={suspended}
          hovered={hovered}
          onHover={hover}
        />
      </section>
      <Tabs
        tabs={[
          {
            name: 'events',
            title: say('case.tab.events'),
            content: <EventsTab events={events} definition={definition} hovered={hovered} onHover={hover} />,
          },
          { name: 'data', title: say('case.tab.data'), content: <DataTab shown={shown} definition={definition} /> },
          { name: 'actors', title: say('case.tab.actors'), content: <ActorsTab id={shown.id} events={events} /> },
          { name: 'raw', title: say('case.tab.raw'), content: <RawTab shown={shown} events={events} /> },
        ]}
      />
    </>
  );
}

function Waiting() {
  return (
    <div className={styles['waiting']} aria-hidden="true">
      <span className="skeleton" />
      <span className="skeleton" />
      <span className="skeleton" />
    </div>
  );
}

function NoCase({ id, why }: { readonly id: string; readonly why: 'id' | 'malformed' }) {
  const say = texts.use();
  return (
    <Page title={say('title')}>
      <Empty title={say('case.missing.title')}>
        <p>{say(`case.missing.${why}`, { id })}</p>
        <Link to={why === 'malformed' ? `/cases?q=${encodeURIComponent(id)}` : '/cases'}>{say('case.missing.search')}</Link>
      </Empty>
    </Page>
  );
}

import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { ProcessSummary } from '../../api/index.ts';
import { useProcesses } from '../../app/names.ts';
import { type Column, DataTable, Empty, Page, ProblemNotice, Time } from '../../parts/index.ts';
import { language, titleIn } from '../../texts/index.ts';
import { texts } from './texts.ts';

/** All processes that cases can be of. */
export function ProcessList() {
  const say = texts.use();
  const speaks = language.use();
  const navigate = useNavigate();
  const { data, error, isPending, refetch } = useProcesses();
  const columns = useMemo(
    (): readonly Column<ProcessSummary>[] => [
      {
        id: 'process',
        title: say('column.process'),
        width: 'minmax(160px, 1fr)',
        sortBy: ({ title }) => titleIn(title),
        cell: ({ process, title }) => (
          <Link
            to={`/processes/${process}`}
            translate="no"
            lang={speaks === 'en' ? 'en' : 'zh-CN'}
            onClick={(event) => event.stopPropagation()}
          >
            {titleIn(title)}
          </Link>
        ),
      },
      {
        id: 'goal',
        title: say('column.goal'),
        width: 'minmax(280px, 3fr)',
        sortBy: ({ goal }) => titleIn(goal),
        cell: ({ goal }) => <span translate="no">{titleIn(goal)}</span>,
      },
      {
        id: 'version',
        title: say('column.version'),
        width: '112px',
        sortBy: ({ version }) => version,
        cell: ({ version }) => (version === undefined ? say('notOffered') : say('version', { version })),
      },
      {
        id: 'versions',
        title: say('column.versions'),
        width: '92px',
        align: 'end',
        sortBy: ({ versions }) => versions.length,
        cell: ({ versions }) => <span translate="no">{versions.length}</span>,
      },
      {
        id: 'loaded',
        title: say('column.loaded'),
        width: '160px',
        sortBy: ({ versions }) => versions[0] && Date.parse(versions[0].loadedAt),
        cell: ({ versions }) => versions[0] && <Time at={versions[0].loadedAt} />,
      },
      {
        id: 'cases',
        title: say('column.cases'),
        width: '112px',
        cell: ({ process }) => (
          <Link to={`/cases?process=${process}`} onClick={(event) => event.stopPropagation()}>
            {say('cases')}
          </Link>
        ),
      },
    ],
    [say, speaks],
  );
  return (
    <Page title={say('title')} isFull>
      {error && !data ? (
        <ProblemNotice error={error} again={() => void refetch()} />
      ) : (
        <DataTable
          name="processes"
          label={say('title')}
          columns={columns}
          rows={data ?? []}
          keyOf={({ process }) => process}
          onOpen={({ process }) => void navigate(`/processes/${process}`)}
          isLoading={isPending}
          empty={
            <Empty title={say('empty.title')}>
              <p>{say('empty.body')}</p>
            </Empty>
          }
        />
      )}
    </Page>
  );
}

import { Link } from 'react-router';
import type { CaseSummary } from '../../../api/index.ts';
import { useDepartmentName, useProcessName } from '../../../app/names.ts';
import { Age, type Column, partsTexts, ShortId, Status, Time } from '../../../parts/index.ts';
import { ageOf } from '../../../parts/table/sorting.ts';
import { texts } from '../texts.ts';
import type { Held } from './held-rows.ts';
import { useStepTitles } from './use-step-titles.ts';

/** What is said of a case in the list. What has left the list is not sorted by what is not known of it any more. */
export function useCaseColumns(rows: readonly Held<CaseSummary>[]): readonly Column<Held<CaseSummary>>[] {
  const say = texts.use();
  const sayPart = partsTexts.use();
  const processName = useProcessName();
  const departmentName = useDepartmentName();
  const stepTitle = useStepTitles(rows.map(({ row }) => row));
  const placeOf = (row: CaseSummary, { department, step }: CaseSummary['now'][number]): string =>
    `${departmentName(department)} · ${stepTitle(row, step)}`;
  return [
    {
      id: 'code',
      title: say('column.code'),
      width: '204px',
      sortBy: ({ row }) => row.code,
      cell: ({ row }) => (
        <Link to={`/cases/${row.id}`} translate="no" onClick={(event) => event.stopPropagation()}>
          {row.code}
        </Link>
      ),
    },
    {
      id: 'status',
      title: say('column.status'),
      width: '112px',
      sortBy: ({ row, isGone }) => (isGone ? undefined : sayPart(`status.${row.outcome ?? row.status}`)),
      // What has left the list was not asked for again: how it stands now is not known here.
      cell: ({ row, isGone }) => (isGone ? say('list.goneMark') : <Status name={row.outcome ?? row.status} />),
    },
    {
      id: 'process',
      title: say('column.process'),
      width: 'minmax(108px, 1fr)',
      sortBy: ({ row }) => processName(row.process),
      cell: ({ row }) => <span translate="no">{processName(row.process)}</span>,
    },
    {
      id: 'now',
      title: say('column.now'),
      width: 'minmax(140px, 2fr)',
      sortBy: ({ row, isGone }) => (isGone || !row.now[0] ? undefined : placeOf(row, row.now[0])),
      cell: ({ row, isGone }) =>
        isGone || row.now.length === 0 ? null : (
          <span translate="no" title={row.now.map((each) => placeOf(row, each)).join('\n')}>
            {row.now[0] && placeOf(row, row.now[0])}
            {row.now.length > 1 && ` +${row.now.length - 1}`}
          </span>
        ),
    },
    {
      id: 'since',
      title: say('column.since'),
      width: '84px',
      align: 'end',
      sortBy: ({ row: { now }, isGone }) => (isGone ? undefined : ageOf(now[0]?.since)),
      cell: ({ row: { now }, isGone }) => !isGone && now[0] && <Age since={now[0].since} />,
    },
    {
      id: 'updated',
      title: say('column.updated'),
      width: '92px',
      isForWide: true,
      align: 'end',
      sortBy: ({ row, isGone }) => (isGone ? undefined : ageOf(row.updatedAt)),
      cell: ({ row, isGone }) => !isGone && <Age since={row.updatedAt} />,
    },
    {
      id: 'division',
      title: say('column.division'),
      width: '88px',
      sortBy: ({ row }) => row.division,
      cell: ({ row }) => <span translate="no">{row.division}</span>,
    },
    {
      id: 'reference',
      title: say('column.reference'),
      width: 'minmax(112px, 1fr)',
      isForWide: true,
      sortBy: ({ row }) => row.reference,
      cell: ({ row }) => <span translate="no">{row.reference ?? ''}</span>,
    },
    { id: 'opened', title: say('column.opened'), width: '156px', isServed: true, cell: ({ row }) => <Time at={row.openedAt} /> },
    {
      id: 'closed',
      title: say('column.closed'),
      width: '156px',
      isExtra: true,
      sortBy: ({ row }) => row.closedAt && Date.parse(row.closedAt),
      cell: ({ row }) => row.closedAt && <Time at={row.closedAt} />,
    },
    {
      id: 'version',
      title: say('column.version'),
      width: '80px',
      align: 'end',
      isExtra: true,
      sortBy: ({ row }) => row.version,
      cell: ({ row }) => <span translate="no">{row.version}</span>,
    },
    { id: 'id', title: say('column.id'), width: '164px', isExtra: true, cell: ({ row }) => <ShortId id={row.id} /> },
  ];
}

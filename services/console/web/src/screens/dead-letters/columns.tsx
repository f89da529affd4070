import type { DeadLetter } from '../../api/index.ts';
import { useDepartmentName } from '../../app/names.ts';
import { CaseLink, type Column, Status, Time } from '../../parts/index.ts';
import { texts } from './texts.ts';

/** The columns of the list. One that waits can be chosen, to be settled together with others. */
export function useLetterColumns(chosen: ReadonlySet<string>, onToggle: (letter: DeadLetter) => void): readonly Column<DeadLetter>[] {
  const say = texts.use();
  const departmentName = useDepartmentName();
  const raw = (text: string | undefined) => <span translate="no">{text}</span>;
  return [
    {
      id: 'chosen',
      title: say('column.chosen'),
      width: '56px',
      cell: (letter) => (
        <input
          type="checkbox"
          aria-label={say('choose', { id: letter.id })}
          checked={chosen.has(`${letter.service} ${letter.id}`)}
          disabled={letter.status !== 'waiting'}
          onClick={(event) => event.stopPropagation()}
          onChange={() => onToggle(letter)}
        />
      ),
    },
    { id: 'recorded', title: say('column.recorded'), width: '164px', cell: (letter) => <Time at={letter.recordedAt} /> },
    { id: 'status', title: say('column.status'), width: '92px', cell: (letter) => <Status name={letter.status} /> },
    { id: 'service', title: say('column.service'), width: '110px', cell: (letter) => raw(departmentName(letter.service)) },
    { id: 'code', title: say('column.code'), width: '150px', cell: (letter) => <code translate="no">{letter.code}</code> },
    { id: 'reason', title: say('column.reason'), width: 'minmax(130px, 1fr)', cell: (letter) => raw(letter.reason) },
    { id: 'topic', title: say('column.topic'), width: '220px', cell: (letter) => raw(letter.topic), isExtra: true },
    { id: 'type', title: say('column.type'), width: '260px', cell: (letter) => raw(letter.headers['ce_type']), isExtra: true },
    {
      id: 'case',
      title: say('column.case'),
      width: '196px',
      cell: (letter) => letter.caseId !== undefined && <CaseLink id={letter.caseId} />,
    },
    { id: 'step', title: say('column.step'), width: '110px', cell: (letter) => raw(letter.step), isExtra: true },
  ];
}

import { useCallback } from 'react';
import { Link } from 'react-router';
import type { EventType } from '../../api/index.ts';
import { useEventTypes } from '../../app/event-types.ts';
import { useDepartmentName } from '../../app/names.ts';
import { CodeView, type Column, CopyButton, DataTable, Empty, ProblemNotice, Split, useAddress } from '../../parts/index.ts';
import { printLine } from '../../parts/filter-line/index.ts';
import { titleIn } from '../../texts/index.ts';
import { FindType, isFound } from './find-type.tsx';
import styles from './subscriptions.module.css';
import { texts } from './texts.ts';

/** Every type of event, found by its name or title; one opens beside the list. */
export function TypeCatalogue() {
  const say = texts.use();
  const [params, set] = useAddress();
  const departmentName = useDepartmentName();
  const types = useEventTypes();
  const text = params.get('find') ?? '';
  const opened = types.data?.find(({ type }) => type === params.get('type'));
  const close = useCallback(() => set('type', ''), [set]);
  const ownersOf = ({ owners }: EventType): string =>
    owners.map((owner) => (owner === '*' ? say('type.everyService') : departmentName(owner))).join('、');
  const columns: readonly Column<EventType>[] = [
    {
      id: 'title',
      title: say('column.title'),
      width: 'minmax(140px, 1fr)',
      cell: (row) => <span translate="no">{titleIn(row.title)}</span>,
    },
    { id: 'type', title: say('column.type'), width: 'minmax(260px, 1.6fr)', cell: ({ type }) => <code translate="no">{type}</code> },
    { id: 'owner', title: say('column.owner'), width: 'minmax(120px, 1fr)', cell: (row) => ownersOf(row) },
    { id: 'sharing', title: say('column.sharing'), width: '120px', cell: ({ sharing }) => say(`sharing.${sharing}`) },
    {
      id: 'version',
      title: say('column.version'),
      width: '80px',
      align: 'end',
      cell: ({ version }) => <span translate="no">v{version}</span>,
    },
  ];
  const found = types.data?.filter((type) => isFound(type, text)) ?? [];
  return (
    <div className={styles['fill']}>
      <FindType text={text} onText={(next) => set('find', next)} />
      {types.isError && <ProblemNotice error={types.error} again={() => void types.refetch()} />}
      <Split
        onClose={close}
        title={opened && <span translate="no">{titleIn(opened.title)}</span>}
        beside={opened && <OneType type={opened} owners={ownersOf(opened)} />}
      >
        <DataTable
          name="event-types"
          label={say('tab.types')}
          columns={columns}
          rows={found}
          keyOf={({ type }) => type}
          opened={opened?.type}
          onOpen={({ type }) => set('type', type)}
          isLoading={types.isLoading}
          empty={<Empty title={say('type.empty')} />}
        />
      </Split>
    </div>
  );
}

function OneType({ type, owners }: { readonly type: EventType; readonly owners: string }) {
  const say = texts.use();
  const line = printLine([{ key: 'type', value: type.type, isNegated: false }]);
  return (
    <>
      <p translate="no">{titleIn(type.description)}</p>
      <dl className={styles['facts']}>
        <div>
          <dt>{say('column.type')}</dt>
          <dd translate="no">
            <code>{type.type}</code> <CopyButton text={type.type} />
          </dd>
        </div>
        <div>
          <dt>{say('column.owner')}</dt>
          <dd>{owners}</dd>
        </div>
        <div>
          <dt>{say('column.sharing')}</dt>
          <dd>{say(`sharingMeans.${type.sharing}`)}</dd>
        </div>
        <div>
          <dt>{say('type.retention')}</dt>
          <dd>{say(`retention.${type.retention}`)}</dd>
        </div>
        <div>
          <dt>{say('column.version')}</dt>
          <dd>{type.replacedBy === undefined ? say('type.newest') : say('type.replaced', { type: type.replacedBy })}</dd>
        </div>
      </dl>
      <p>
        <Link to={`/events?q=${encodeURIComponent(line)}`}>{say('type.watch')}</Link>
      </p>
      <section>
        <h3>{say('type.example')}</h3>
        <CodeView text={JSON.stringify(type.example, null, 2)} language="json" label={say('type.example')} />
      </section>
      <section>
        <h3>{say('type.schema')}</h3>
        <CodeView text={JSON.stringify(type.schema, null, 2)} language="json" label={say('type.schema')} />
      </section>
    </>
  );
}

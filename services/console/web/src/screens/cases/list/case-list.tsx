import { Download } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { zone } from '../../../app/zone.ts';
import { Button, DataTable, Empty, Page, ProblemNotice, SavedViews } from '../../../parts/index.ts';
import buttonStyles from '../../../parts/button.module.css';
import { locale } from '../../../texts/index.ts';
import { texts } from '../texts.ts';
import { type CaseFilter, type CaseOrder, filterOf, narrowed, orderOf, paramsOf, queryOf } from './case-filter.ts';
import { useCaseColumns } from './case-columns.tsx';
import styles from './case-list.module.css';
import { FilterBar } from './filter-bar.tsx';
import { useCaseList } from './use-case-list.ts';

/** All cases, narrowed and sorted by the address: a link reproduces the list. */
export function CaseList() {
  const say = texts.use();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const order = orderOf(params);
  const list = useCaseList(filter, order);
  const columns = useCaseColumns(list.rows);
  const change = useCallback(
    (next: (filter: CaseFilter) => CaseFilter) => setParams((before) => narrowed(before, next), { replace: true }),
    [setParams],
  );
  const sole = list.rows.length === 1 && !list.isOld ? list.rows[0]?.row.id : undefined;
  const opensSole = params.get('open') === 'sole' && sole !== undefined;
  useEffect(() => {
    if (opensSole) void navigate(`/cases/${sole}`, { replace: true });
  }, [opensSole, sole, navigate]);
  return (
    <Page title={say('title')} isFull actions={<Actions filter={filter} order={order} />}>
      <FilterBar filter={filter} onFilter={change} onEnter={() => sole !== undefined && void navigate(`/cases/${sole}`)} />
      {list.error ? (
        <ProblemNotice error={list.error} again={list.again} />
      ) : (
        <div className={styles['list']} aria-busy={list.isOld} data-live>
          <News news={list.news} gone={list.gone} onRenew={list.renew} />
          <DataTable
            name="cases"
            label={say('title')}
            columns={columns}
            rows={list.rows}
            keyOf={({ row }) => row.id}
            onOpen={({ row }) => void navigate(`/cases/${row.id}`)}
            isLoading={list.isLoading}
            onMore={list.more}
            toneOf={({ row, isGone }) => (isGone ? 'gone' : row.status === 'stalled' ? 'stalled' : undefined)}
            empty={<Nothing filter={filter} onClear={() => change(() => ({ status: [] }))} />}
          />
        </div>
      )}
    </Page>
  );
}

/** What has come meanwhile: it is announced, and comes into the list when it is asked for. */
function News({ news, gone, onRenew }: { readonly news: number; readonly gone: number; readonly onRenew: () => void }) {
  const say = texts.use();
  const parts = [...(news > 0 ? [say('list.news', { count: news })] : []), ...(gone > 0 ? [say('list.gone', { count: gone })] : [])];
  return (
    <div role="status">
      {parts.length > 0 && (
        <button type="button" className={styles['news']} onClick={onRenew}>
          {parts.join(' · ')} · <strong>{say('list.renew')}</strong>
        </button>
      )}
    </div>
  );
}

function Nothing({ filter, onClear }: { readonly filter: CaseFilter; readonly onClear: () => void }) {
  const say = texts.use();
  if (paramsOf(filter).size > 0) {
    return (
      <Empty title={say('empty.filtered')}>
        {filter.q !== undefined && <p>{say('empty.search')}</p>}
        <Button onClick={onClear}>{say('filter.clear')}</Button>
      </Empty>
    );
  }
  return (
    <Empty title={say('empty.none')}>
      <p>{say('empty.open')}</p>
      <pre translate="no">
        POST /v1/cases {'{ "process": "enterprise-startup", "division": "330106", "applicant": { … }, "input": { … } }'}
      </pre>
    </Empty>
  );
}

function Actions({ filter, order }: { readonly filter: CaseFilter; readonly order: CaseOrder }) {
  const say = texts.use();
  const zoneNow = zone.use();
  const { status = [], ...rest } = queryOf(filter, new Date(), zoneNow);
  const query = new URLSearchParams({
    ...rest,
    ...(status.length > 0 && { status: status.join(',') }),
    order,
    lang: locale() === 'en' ? 'en' : 'zh',
    zone: zoneNow,
  });
  return (
    <>
      <SavedViews screen="cases" />
      <a className={buttonStyles['button']} href={`/api/exports/cases.csv?${query.toString()}`} download>
        <Download size={14} aria-hidden="true" /> {say('export')}
      </a>
    </>
  );
}

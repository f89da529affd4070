import { useCallback } from 'react';
import { useProcesses, useKnownServices } from '../../../app/names.ts';
import { zone } from '../../../app/zone.ts';
import { Button, partsTexts, StatusShape } from '../../../parts/index.ts';
import { titleIn } from '../../../texts/index.ts';
import { texts } from '../texts.ts';
import { type CaseFilter, caseStatuses, outcomes, type Outcome } from './case-filter.ts';
import styles from './case-list.module.css';
import { FilterSelect } from './filter-select.tsx';
import { FilterText } from './filter-text.tsx';
import { dateIn } from './start-of-day.ts';

/** Minutes to choose from. */
const IDLE = [5, 30, 60, 240, 1440] as const;

export interface FilterBarProps {
  readonly filter: CaseFilter;
  readonly onFilter: (change: (filter: CaseFilter) => CaseFilter) => void;
  /** Enter in the search box: opens the one that was found. */
  readonly onEnter: () => void;
}

/** By what the list is narrowed: one box for what somebody has on paper, the rest to choose. */
export function FilterBar({ filter, onFilter, onEnter }: FilterBarProps) {
  const say = texts.use();
  const sayPart = partsTexts.use();
  const { data: processes = [] } = useProcesses();
  const { data: services = [] } = useKnownServices();
  const zoneNow = zone.use();
  const set = (change: Partial<Record<keyof CaseFilter, unknown>>): void =>
    onFilter((before) => {
      const next = Object.entries({ ...before, ...change }).filter(([, value]) => value !== '' && value !== undefined);
      return Object.fromEntries(next) as unknown as CaseFilter;
    });
  const setText = useCallback(
    (name: 'q' | 'division', value: string) =>
      onFilter(({ [name]: _, ...rest }) => (value.trim() === '' ? rest : { ...rest, [name]: value.trim() })),
    [onFilter],
  );
  const setQ = useCallback((value: string) => setText('q', value), [setText]);
  const setDivision = useCallback((value: string) => setText('division', value), [setText]);
  const isNarrowed = Object.values(filter).some((value) => value !== undefined && (!Array.isArray(value) || value.length > 0));
  return (
    <search className={styles['filters']}>
      <FilterText type="search" label={say('filter.q')} width={260} value={filter.q ?? ''} onValue={setQ} onEnter={onEnter} />
      <FilterSelect
        label={say('filter.process')}
        value={filter.process}
        options={processes.map(({ process, title }) => [process, titleIn(title)])}
        onValue={(process) => set({ process })}
      />
      <FilterSelect
        label={say('filter.department')}
        value={filter.department}
        options={services.flatMap(({ kind, name, title }) => (kind === 'department' ? [[name, titleIn(title)] as const] : []))}
        onValue={(department) => set({ department })}
      />
      <div role="group" aria-label={say('filter.status')} className={styles['statuses']}>
        {caseStatuses.map((status) => {
          const isOn = filter.status.includes(status);
          return (
            <button
              key={status}
              type="button"
              aria-pressed={isOn}
              onClick={() => set({ status: isOn ? filter.status.filter((each) => each !== status) : [...filter.status, status] })}
            >
              <StatusShape name={status} /> {sayPart(`status.${status}`)}
            </button>
          );
        })}
      </div>
      <FilterSelect
        label={say('filter.outcome')}
        value={filter.outcome}
        options={outcomes.map((outcome) => [outcome, sayPart(`status.${outcome}`)])}
        onValue={(value) => set({ outcome: outcomes.find((each: Outcome) => each === value) })}
      />
      <FilterText label={say('filter.division')} width={112} value={filter.division ?? ''} onValue={setDivision} />
      <label className={styles['dated']}>
        {say('filter.openedFrom')}
        <input
          type="date"
          className={styles['control']}
          value={filter.openedFrom === 'today' ? dateIn(new Date(), zoneNow) : (filter.openedFrom ?? '')}
          onChange={(event) => set({ openedFrom: event.target.value })}
        />
      </label>
      <label className={styles['dated']}>
        {say('filter.openedTo')}
        <input
          type="date"
          className={styles['control']}
          value={filter.openedTo ?? ''}
          onChange={(event) => set({ openedTo: event.target.value })}
        />
      </label>
      <FilterSelect
        label={say('filter.idle')}
        value={filter.idle === undefined ? undefined : String(filter.idle)}
        options={IDLE.map((minutes) => [String(minutes), say(`idle.${minutes}`)])}
        onValue={(minutes) => set({ idle: minutes === '' ? undefined : Number(minutes) })}
      />
      {filter.step !== undefined && (
        <Button look="quiet" onClick={() => set({ step: undefined })}>
          {say('filter.step')} <code translate="no">{filter.step}</code> ✕
        </Button>
      )}
      {filter.closedFrom !== undefined && (
        <Button look="quiet" onClick={() => set({ closedFrom: undefined })}>
          {filter.closedFrom === 'today' ? say('filter.closedToday') : say('filter.closedFrom', { day: filter.closedFrom })} ✕
        </Button>
      )}
      {isNarrowed && (
        <Button look="quiet" onClick={() => onFilter(() => ({ status: [] }))}>
          {say('filter.clear')}
        </Button>
      )}
    </search>
  );
}

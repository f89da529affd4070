import { useMemo } from 'react';
import { useEventTypes } from '../../app/event-types.ts';
import { useProcesses, useKnownServices } from '../../app/names.ts';
import { language, titleIn } from '../../texts/index.ts';
import type { FilterField } from './completion.ts';
import { eventKeys } from './event-filter.ts';
import { filterTexts } from './texts.ts';

/** The words by which events are found, with the values that the catalogue knows for them. */
export function useEventFields(): readonly FilterField[] {
  const say = filterTexts.use();
  const { data: types } = useEventTypes();
  const { data: services } = useKnownServices();
  const { data: processes } = useProcesses();
  const spoken = language.use();
  return useMemo(() => {
    const values: Partial<Record<string, FilterField['values']>> = {
      type: types?.map(({ type, title }) => ({ value: type, title: titleIn(title) })),
      process: processes?.map(({ process, title }) => ({ value: process, title: titleIn(title) })),
      department: services?.filter(({ kind }) => kind === 'department').map(({ name, title }) => ({ value: name, title: titleIn(title) })),
      source: services
        ?.filter(({ kind }) => kind !== 'identity' && kind !== undefined)
        .map(({ name, title }) => ({ value: name, title: titleIn(title) })),
    };
    const keys = [...(Object.keys(eventKeys) as (keyof typeof eventKeys)[]), 'cel' as const];
    return keys.map((key) => ({ key, title: say(`key.${key}`), ...(values[key] && { values: values[key] }) }));
  }, [types, services, processes, say, spoken]);
}

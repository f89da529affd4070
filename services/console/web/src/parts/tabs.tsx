import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import styles from './tabs.module.css';

export interface Tab {
  readonly name: string;
  readonly title: ReactNode;
  readonly content: ReactNode;
}

/** Tabs whose choice stands in the address, under `name`. */
export function Tabs({ name = 'tab', tabs }: { readonly name?: string; readonly tabs: readonly Tab[] }) {
  const [params, setParams] = useSearchParams();
  const chosen = tabs.find((tab) => tab.name === params.get(name))?.name ?? tabs[0]?.name;
  const choose = (tab: string): void => {
    setParams(
      (before) => {
        before.set(name, tab);
        return before;
      },
      { replace: true },
    );
  };
  return (
    <Base.Root value={chosen ?? null} onValueChange={(tab) => choose(String(tab))} className={styles['tabs']}>
      <Base.List className={styles['list']}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.name} value={tab.name} className={styles['tab']}>
            {tab.title}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.name} value={tab.name} className={styles['panel']}>
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}

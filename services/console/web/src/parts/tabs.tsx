import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { useAddress } from './address.ts';
import styles from './tabs.module.css';

export interface Tab {
  readonly name: string;
  readonly title: ReactNode;
  readonly content: ReactNode;
}

/** Tabs whose choice stands in the address, under `name`. */
export function Tabs({ name = 'tab', tabs }: { readonly name?: string; readonly tabs: readonly Tab[] }) {
  const [params, set] = useAddress();
  const chosen = tabs.find((tab) => tab.name === params.get(name))?.name ?? tabs[0]?.name;
  return (
    <Base.Root value={chosen ?? null} onValueChange={(tab) => set(name, String(tab))} className={styles['tabs']}>
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

import { type ReactNode, useEffect } from 'react';
import { frameTexts } from '../app/frame-texts.ts';
import styles from './page.module.css';

export interface PageProps {
  readonly title: string;
  /** Of the title, if it is a name of something and not a text of ours. */
  readonly isName?: boolean;
  /** Beside the title: a status, a code. */
  readonly beside?: ReactNode;
  /** At the right: what can be done here. */
  readonly actions?: ReactNode;
  /** Fills the window and scrolls inside, as a list does; else the page scrolls. */
  readonly isFull?: boolean;
  readonly children: ReactNode;
}

/** A screen: its title, which is the window's too, what can be done, and what there is. */
export function Page({ title, isName = false, beside, actions, isFull = false, children }: PageProps) {
  const say = frameTexts.use();
  useEffect(() => {
    document.title = `${title} · ${say('product')}`;
  }, [title, say]);
  return (
    <div className={isFull ? styles['full'] : styles['page']}>
      <header className={styles['head']}>
        <h1 translate={isName ? 'no' : undefined}>{title}</h1>
        {beside}
        <div className={styles['actions']}>{actions}</div>
      </header>
      {children}
    </div>
  );
}

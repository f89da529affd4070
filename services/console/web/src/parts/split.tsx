import { X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import iconButton from './icon-button.module.css';
import { partsTexts } from './parts-texts.ts';
import styles from './split.module.css';

export interface SplitProps {
  readonly children: ReactNode;
  /** What is open beside the list, never over it; nothing while nothing is. */
  readonly beside?: ReactNode;
  readonly title?: ReactNode;
  readonly onClose: () => void;
}

/** A list, and beside it what is open of it. Escape closes it. */
export function Split({ children, beside, title, onClose }: SplitProps) {
  const say = partsTexts.use();
  const isOpen = beside !== undefined;
  useEffect(() => {
    if (!isOpen) return;
    const listen = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !document.querySelector('[role=dialog]')) onClose();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isOpen, onClose]);
  return (
    <div className={isOpen ? styles['split'] : styles['alone']}>
      <div className={styles['list']}>{children}</div>
      {isOpen && (
        <aside className={styles['beside']}>
          <header>
            <h2>{title}</h2>
            <button type="button" className={iconButton['button']} onClick={onClose} aria-label={say('close')} title={say('close')}>
              <X size={16} aria-hidden="true" />
            </button>
          </header>
          <div className={styles['body']}>{beside}</div>
        </aside>
      )}
    </div>
  );
}

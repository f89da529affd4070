import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';
import iconButton from './icon-button.module.css';
import { partsTexts } from './parts-texts.ts';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the one next action last. */
  readonly actions?: ReactNode;
  readonly isWide?: boolean;
}

/** Something that has to be answered before one goes on. Escape closes it, and the focus goes back to where it was. */
export function Dialog({ title, isOpen, onClose, children, actions, isWide = false }: DialogProps) {
  const say = partsTexts.use();
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Popup className={isWide ? styles['wide'] : styles['dialog']}>
          <header className={styles['head']}>
            <Base.Title render={<h2 />}>{title}</Base.Title>
            <Base.Close className={iconButton['button']} aria-label={say('close')}>
              <X size={16} aria-hidden="true" />
            </Base.Close>
          </header>
          <div className={styles['body']}>{children}</div>
          {actions !== undefined && <footer className={styles['actions']}>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

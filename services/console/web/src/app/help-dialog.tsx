import { Dialog } from '../parts/index.ts';
import { frameTexts } from './frame-texts.ts';
import styles from './help-dialog.module.css';

const keys = [
  ['/', 'search'],
  ['?', 'help'],
  ['g 1 … 9', 'go'],
  ['j', 'next'],
  ['k', 'previous'],
  ['Enter', 'open'],
  ['Esc', 'close'],
] as const;

export function HelpDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const say = frameTexts.use();
  return (
    <Dialog title={say('keys.title')} isOpen={isOpen} onClose={onClose}>
      <dl className={styles['keys']}>
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              <kbd translate="no">{key}</kbd>
            </dt>
            <dd>{say(`keys.${text}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

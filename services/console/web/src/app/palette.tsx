import { Dialog } from '@base-ui/react/dialog';
import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { frameTexts } from './frame-texts.ts';
import styles from './palette.module.css';
import type { Found, Screen } from './screen.ts';

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly offered: readonly Screen[];
}

/** Go anywhere by typing: to a page by its name, to what a screen makes of the text (a case by its code). */
export function Palette({ isOpen, onClose, offered }: PaletteProps) {
  const say = frameTexts.use();
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['palette']} aria-label={say('palette.title')}>
          <Choices offered={offered} onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Choices({ offered, onClose }: Omit<PaletteProps, 'isOpen'>) {
  const say = frameTexts.use();
  const id = useId();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = matches(offered, text.trim());
  const go = (choice: Found | undefined): void => {
    if (!choice) return;
    onClose();
    void navigate(choice.to);
  };
  const listen = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setActive((active + step + found.length) % found.length);
    else if (event.key === 'Enter') go(found[active]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[active] && `${id}-${active}`}
        aria-label={say('palette.hint')}
        placeholder={say('palette.hint')}
        className={styles['input']}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={listen}
      />
      <ul id={id} role="listbox" aria-label={say('palette.title')} className={styles['choices']}>
        {found.map((choice, index) => (
          <li
            key={choice.to}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className={styles['choice']}
            onClick={() => go(choice)}
          >
            {choice.title}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles['none']}>{say('palette.none')}</p>}
    </>
  );
}

function matches(offered: readonly Screen[], text: string): readonly Found[] {
  const pages = offered.flatMap(({ place }) => (place ? [{ title: place.title(), to: place.to }] : []));
  const wanted = text.toLocaleLowerCase();
  return [
    ...pages.filter(({ title }) => title.toLocaleLowerCase().includes(wanted)),
    ...(text === '' ? [] : offered.flatMap(({ find }) => find?.(text) ?? [])),
  ];
}

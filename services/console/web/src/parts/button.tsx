import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { useRightName } from '../app/rights.ts';
import { holds, type Right, useSession } from '../app/session.tsx';
import styles from './button.module.css';
import { partsTexts } from './parts-texts.ts';
import { Tip } from './tip.tsx';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  /** `plain` unless told: `main` for the one next action, `danger` for what cannot be taken back. */
  readonly look?: 'plain' | 'main' | 'danger' | 'quiet';
  readonly icon?: ReactNode;
  /** The right that it takes. Without it the button is disabled, and says so. */
  readonly needs?: Right;
  /** Why it cannot be pressed now. */
  readonly disabledBecause?: string | undefined;
  /** It is at work: it cannot be pressed again. */
  readonly isBusy?: boolean;
}

/** A button. One that is disabled can still be reached by keyboard, and says why it is. */
export function Button({
  look = 'plain',
  icon,
  needs,
  disabledBecause,
  isBusy = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const say = partsTexts.use();
  const rightName = useRightName();
  const session = useSession();
  const why = holds(session, needs) ? disabledBecause : say('lacks', { right: rightName(needs ?? '') });
  const isOff = why !== undefined || isBusy;
  const button = (
    <button
      type="button"
      {...rest}
      className={clsx(styles['button'], styles[look], className)}
      aria-disabled={isOff || undefined}
      aria-busy={isBusy || undefined}
      onClick={isOff ? (event) => event.preventDefault() : onClick}
    >
      {icon}
      {children}
    </button>
  );
  return why === undefined ? button : <Tip text={why}>{button}</Tip>;
}

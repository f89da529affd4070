import { useEffect, useState } from 'react';
import { NavLink, Outlet } from 'react-router';
import { Button, Dialog, timeOfDay } from '../parts/index.ts';
import { useConnection } from './connection.ts';
import { frameTexts } from './frame-texts.ts';
import styles from './frame.module.css';
import { HelpDialog } from './help-dialog.tsx';
import { Palette } from './palette.tsx';
import { offeredTo } from './screens.ts';
import { sessionEnded } from './session-ended.ts';
import { useSession } from './session.tsx';
import { SettingsMenu } from './settings-menu.tsx';
import { useShortcuts } from './shortcuts.ts';
import { toSignIn } from './sign-in.ts';
import { language } from '../texts/index.ts';
import { zone } from './zone.ts';

/** What stands around every screen: where one can go, who one is, whether what one sees is live. */
export function Frame() {
  const say = frameTexts.use();
  const session = useSession();
  language.use();
  zone.use();
  const [open, setOpen] = useState<'palette' | 'help'>();
  const offered = offeredTo(session);
  useShortcuts({ offered, onPalette: () => setOpen('palette'), onHelp: () => setOpen('help') });
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#content">
        {say('skip')}
      </a>
      <nav className={styles['nav']} aria-label={say('navigation')}>
        <NavLink to="/" className={() => styles['product']}>
          <Mark />
          {say('product')}
        </NavLink>
        <ul>
          {offered.map(({ place }) => {
            if (!place) return null;
            const Icon = place.icon;
            return (
              <li key={place.to}>
                <NavLink to={place.to} end={place.to === '/'} className={() => styles['place']}>
                  <Icon size={16} aria-hidden="true" />
                  <span>{place.title()}</span>
                </NavLink>
              </li>
            );
          })}
        </ul>
      </nav>
      <header className={styles['top']}>
        <button type="button" className={styles['search']} onClick={() => setOpen('palette')}>
          {say('search')} <kbd translate="no">/</kbd>
        </button>
        <ConnectionState />
        <span className={styles['who']}>
          <span translate="no">{session.name}</span> · {session.role ? say(`role.${session.role}`) : say('role.officer')}
        </span>
        <SettingsMenu onHelp={() => setOpen('help')} />
      </header>
      <main id="content" className={styles['content']} tabIndex={-1}>
        <Outlet />
      </main>
      <Palette isOpen={open === 'palette'} onClose={() => setOpen(undefined)} offered={offered} />
      <HelpDialog isOpen={open === 'help'} onClose={() => setOpen(undefined)} />
      <SessionEnded />
    </div>
  );
}

/** Two flows that cross: the sign of the product. */
function Mark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M2 6h16M2 14h16" stroke="var(--accent)" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M7 2v16M13 2v16" stroke="var(--line-strong)" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}

function ConnectionState() {
  const say = frameTexts.use();
  const connection = useConnection();
  const [announced, setAnnounced] = useState('');
  const text = connection.up ? '' : say('connection.away', { since: timeOfDay(connection.since) });
  useEffect(() => setAnnounced(text), [text]);
  return (
    <span className={styles['connection']} role="status">
      {announced}
    </span>
  );
}

function SessionEnded() {
  const say = frameTexts.use();
  return (
    <Dialog
      title={say('ended.title')}
      isOpen={sessionEnded.use()}
      onClose={toSignIn}
      actions={
        <Button look="main" onClick={toSignIn}>
          {say('ended.again')}
        </Button>
      }
    >
      <p>{say('ended.body')}</p>
    </Dialog>
  );
}

import { Menu } from '@base-ui/react/menu';
import { Check, Settings } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import { consoleApi } from '../api/index.ts';
import menu from '../parts/menu.module.css';
import { language, type Language } from '../texts/index.ts';
import { frameTexts } from './frame-texts.ts';
import styles from './settings-menu.module.css';
import { type Theme, theme, themes } from './theme.ts';
import { zone, zones } from './zone.ts';

/** Each language is named in itself. */
const languageNames = [
  ['zh-CN', '中文'],
  ['en', 'English'],
] as const;

/** How the page looks and speaks to this user, and the way out. */
export function SettingsMenu({ onHelp }: { readonly onHelp: () => void }) {
  const say = frameTexts.use();
  const signOut = useMutation({
    mutationFn: async () => (await consoleApi.POST('/auth/sign-out')).data,
    onSuccess: (answer) => window.location.assign(answer?.location ?? '/'),
  });
  return (
    <Menu.Root>
      <Menu.Trigger className={styles['trigger']} aria-label={say('settings')} title={say('settings')}>
        <Settings size={16} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className={menu['positioner']}>
          <Menu.Popup className={menu['menu']}>
            <Choice
              label={say('language')}
              value={language.get()}
              options={languageNames.map(([value, name]) => [
                value,
                <span key={value} translate="no">
                  {name}
                </span>,
              ])}
              onChoose={(value) => language.set(value as Language)}
            />
            <Choice
              label={say('theme.title')}
              value={theme.use()}
              options={themes.map((value) => [value, say(`theme.${value}`)])}
              onChoose={(value) => theme.set(value as Theme)}
            />
            <Choice
              label={say('zone.title')}
              value={zone.use()}
              options={zones.map((value) => [
                value,
                value === 'UTC' || value === 'Asia/Shanghai' ? say(`zone.${value}`) : <span translate="no">{value}</span>,
              ])}
              onChoose={zone.set}
            />
            <div className={menu['line']} />
            <Menu.Item className={menu['item']} onClick={onHelp}>
              {say('keyboard')}
            </Menu.Item>
            <Menu.Item className={menu['item']} onClick={() => signOut.mutate()}>
              {say('signOut')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: React.ReactNode])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className={menu['label']}>{label}</Menu.GroupLabel>
      <Menu.RadioGroup value={value} onValueChange={(chosen: unknown) => onChoose(String(chosen))}>
        {options.map(([option, name]) => (
          <Menu.RadioItem key={option} value={option} className={menu['item']}>
            <span className={menu['mark']}>
              <Menu.RadioItemIndicator>
                <Check size={12} aria-hidden="true" />
              </Menu.RadioItemIndicator>
            </span>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  );
}

import { Popover } from '@base-ui/react/popover';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bookmark, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { consoleApi, type SavedView } from '../../api/index.ts';
import { useSession } from '../../app/session.tsx';
import buttonStyles from '../button.module.css';
import { CopyButton } from '../copy-button.tsx';
import menu from '../menu.module.css';
import { SaveViewDialog } from './save-view-dialog.tsx';
import { savedViewsTexts } from './saved-views-texts.ts';
import styles from './saved-views.module.css';

/** In the address: the view whose filter is to be taken. */
const BY_LINK = 'view';

/** Filters of a screen under a name: one's own, and those that others share; each has a link that lasts. */
export function SavedViews({ screen }: { readonly screen: string }) {
  const say = savedViewsTexts.use();
  const session = useSession();
  const [params, setParams] = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const linked = params.get(BY_LINK);
  const { data: views } = useQuery({
    queryKey: ['views', screen],
    queryFn: async ({ signal }) => (await consoleApi.GET('/api/views', { params: { query: { screen } }, signal })).data?.items ?? [],
    enabled: isOpen || linked !== null,
  });
  const found = views?.find(({ id }) => id === linked);
  useEffect(() => {
    if (found) setParams(new URLSearchParams(found.query), { replace: true });
  }, [found, setParams]);
  const groups = [
    ['own', views?.filter(({ owner }) => owner === session.id)],
    ['shared', views?.filter(({ owner }) => owner !== session.id)],
  ] as const;
  return (
    <>
      {linked !== null && views && !found && (
        <p role="alert" className={styles['gone']}>
          {say('gone')}
        </p>
      )}
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Trigger className={buttonStyles['button']}>
          <Bookmark size={14} aria-hidden="true" /> {say('title')}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner align="end" sideOffset={4} className={menu['positioner']}>
            <Popover.Popup className={menu['menu']} aria-label={say('title')}>
              {views?.length === 0 && <p className={menu['label']}>{say('none')}</p>}
              {groups.map(
                ([kind, list]) =>
                  list &&
                  list.length > 0 && (
                    <section key={kind}>
                      <h3 className={menu['label']}>{say(kind)}</h3>
                      <ul>
                        {list.map((view) => (
                          <ViewLine key={view.id} view={view} isOwn={kind === 'own'} onChosen={() => setOpen(false)} />
                        ))}
                      </ul>
                    </section>
                  ),
              )}
              <div className={menu['line']} />
              <button
                type="button"
                className={styles['save']}
                onClick={() => {
                  setOpen(false);
                  setSaving(true);
                }}
              >
                {say('save')}
              </button>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      <SaveViewDialog screen={screen} query={params.toString()} isOpen={isSaving} onClose={() => setSaving(false)} />
    </>
  );
}

interface ViewLineProps {
  readonly view: SavedView;
  readonly isOwn: boolean;
  readonly onChosen: () => void;
}

function ViewLine({ view, isOwn, onChosen }: ViewLineProps) {
  const say = savedViewsTexts.use();
  const client = useQueryClient();
  const drop = useMutation({
    mutationFn: async () => consoleApi.DELETE('/api/views/{id}', { params: { path: { id: view.id } } }),
    onSettled: async () => client.invalidateQueries({ queryKey: ['views'] }),
  });
  const link = `${window.location.origin}${window.location.pathname}?${BY_LINK}=${view.id}`;
  return (
    <li className={styles['view']}>
      <Link to={{ search: view.query }} onClick={onChosen} translate="no">
        {view.name}
      </Link>
      {!isOwn && <span className={styles['owner']}>{say('by', { name: view.owner })}</span>}
      <CopyButton text={link} label={say('copy', { name: view.name })} />
      {isOwn && (
        <button type="button" className={styles['drop']} aria-label={say('drop', { name: view.name })} onClick={() => drop.mutate()}>
          <Trash2 size={12} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

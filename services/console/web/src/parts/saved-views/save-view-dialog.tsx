import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { consoleApi } from '../../api/index.ts';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { Field } from '../field.tsx';
import { ProblemNotice } from '../notice.tsx';
import { partsTexts } from '../parts-texts.ts';
import { savedViewsTexts } from './saved-views-texts.ts';

export interface SaveViewDialogProps {
  readonly screen: string;
  /** What stands behind the `?` of the address. */
  readonly query: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Keeps the filter of the address under a name. */
export function SaveViewDialog({ screen, query, isOpen, onClose }: SaveViewDialogProps) {
  const say = savedViewsTexts.use();
  const sayPart = partsTexts.use();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: async () => consoleApi.POST('/api/views', { body: { screen, name: name.trim(), query, shared: isShared } }),
    onSuccess: async () => {
      setName('');
      onClose();
      await client.invalidateQueries({ queryKey: ['views'] });
    },
  });
  const isNameless = name.trim() === '';
  return (
    <Dialog
      title={say('save')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{sayPart('cancel')}</Button>
          <Button look="main" isBusy={save.isPending} disabledBecause={isNameless ? say('name') : undefined} onClick={() => save.mutate()}>
            {say('keep')}
          </Button>
        </>
      }
    >
      <Field label={say('name')} {...(query === '' && { hint: say('empty') })}>
        <input value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
      </Field>
      <label>
        <input type="checkbox" checked={isShared} onChange={(event) => setShared(event.target.checked)} /> {say('share')}
      </label>
      {save.isError && <ProblemNotice error={save.error} />}
    </Dialog>
  );
}

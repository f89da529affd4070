import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { eventHub, type Subscription } from '../../../api/index.ts';
import { Button, Dialog, ProblemNotice } from '../../../parts/index.ts';
import { SecretShown } from '../secret-shown.tsx';
import { texts } from '../texts.ts';
import { EditDialog } from './edit-dialog.tsx';
import { TestDialog } from './test-dialog.tsx';
import { useChanged } from './use-subscription.ts';

type Question = 'edit' | 'test' | 'rotate' | 'end' | 'pause' | 'activate';

/** What can be done with a subscription. What reaches the agency is asked about first. */
export function Actions({ subscription }: { readonly subscription: Subscription }) {
  const say = texts.use();
  const [open, setOpen] = useState<Question>();
  const { status, delivery } = subscription;
  const close = (): void => setOpen(undefined);
  const over = status === 'ended' ? say('act.ended') : undefined;
  const button = (question: Question, why: string | undefined = over, look: 'plain' | 'danger' | 'main' = 'plain') => (
    <Button needs="subscriptions:write" look={look} disabledBecause={why} onClick={() => setOpen(question)}>
      {say(`act.${question}`)}
    </Button>
  );
  return (
    <>
      {status === 'active' ? button('pause') : button('activate', over, 'main')}
      {delivery === 'webhook' && button('test', over ?? (status === 'unverified' ? say('act.unverified') : undefined))}
      {button('edit')}
      {delivery === 'webhook' && button('rotate')}
      {button('end', over, 'danger')}
      {open === 'edit' && <EditDialog subscription={subscription} onClose={close} />}
      {open === 'test' && <TestDialog id={subscription.id} onClose={close} />}
      {open === 'rotate' && <Rotate subscription={subscription} onClose={close} />}
      {(open === 'pause' || open === 'activate' || open === 'end') && <Ask act={open} subscription={subscription} onClose={close} />}
    </>
  );
}

interface AskProps {
  readonly act: 'pause' | 'activate' | 'end';
  readonly subscription: Subscription;
  readonly onClose: () => void;
}

/** Says what an act means, does it, and shows what came of it: bringing back may fail at the other end. */
function Ask({ act, subscription: { id, version }, onClose }: AskProps) {
  const say = texts.use();
  const changed = useChanged();
  // What was looked at when the question was asked is what is changed: whoever was faster is noticed.
  const [seen] = useState(version);
  const path = { id };
  const doIt = useMutation({
    mutationFn: async () => {
      if (act === 'end') return void (await eventHub.DELETE('/v1/subscriptions/{id}', { params: { path } }));
      const status = act === 'pause' ? ('paused' as const) : ('active' as const);
      const { data } = await eventHub.PATCH('/v1/subscriptions/{id}', {
        params: { path, header: { 'if-match': `"${seen}"` } },
        body: { status },
      });
      return data;
    },
    onSuccess: (after) => {
      if (after?.status !== 'unverified') onClose();
    },
    onSettled: changed,
  });
  return (
    <Dialog
      title={say(`act.${act}`)}
      isOpen
      onClose={onClose}
      actions={
        <Button look={act === 'end' ? 'danger' : 'main'} needs="subscriptions:write" isBusy={doIt.isPending} onClick={() => doIt.mutate()}>
          {say(`act.${act}`)}
        </Button>
      }
    >
      <p>{say(`means.${act}`)}</p>
      {doIt.data?.status === 'unverified' && (
        <p role="alert">
          {say('standing.refused')} <span translate="no">{doIt.data.statusReason}</span>
        </p>
      )}
      {doIt.isError && <ProblemNotice error={doIt.error} />}
    </Dialog>
  );
}

function Rotate({ subscription, onClose }: { readonly subscription: Subscription; readonly onClose: () => void }) {
  const say = texts.use();
  const changed = useChanged();
  const rotate = useMutation({
    mutationFn: async () =>
      (await eventHub.POST('/v1/subscriptions/{id}/secret-rotations', { params: { path: { id: subscription.id } }, body: {} })).data,
    onSettled: changed,
  });
  if (rotate.data?.secret !== undefined) return <SecretShown secret={rotate.data.secret} subscription={rotate.data} onClose={onClose} />;
  return (
    <Dialog
      title={say('act.rotate')}
      isOpen
      onClose={onClose}
      actions={
        <Button look="main" needs="subscriptions:write" isBusy={rotate.isPending} onClick={() => rotate.mutate()}>
          {say('act.rotate')}
        </Button>
      }
    >
      <p>{say('means.rotate')}</p>
      {rotate.isError && <ProblemNotice error={rotate.error} />}
    </Dialog>
  );
}

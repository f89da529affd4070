import { useQueryClient } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Case, orchestrator } from '../../../api/index.ts';
import { Button, ReasonDialog, Status, timeOfDay } from '../../../parts/index.ts';
import { texts } from '../texts.ts';

/** Shows personal values to one who says why; which is recorded. */
export function Disclose({ shown }: { readonly shown: Case }) {
  const say = texts.use();
  const client = useQueryClient();
  const [isAsking, ask] = useState(false);
  const renew = async (): Promise<void> => client.invalidateQueries({ queryKey: ['case', shown.id] });
  const until = shown.disclosedUntil;
  useEffect(() => {
    if (until === undefined) return;
    const hide = setTimeout(
      () => void client.invalidateQueries({ queryKey: ['case', shown.id] }),
      Math.max(0, Date.parse(until) - Date.now()),
    );
    return () => clearTimeout(hide);
  }, [until, client, shown.id]);
  if (until !== undefined) return <Status name="late">{say('case.disclose.until', { time: timeOfDay(until, 'minute') })}</Status>;
  if (shown.masked !== true) return null;
  return (
    <>
      <Button needs="personal:read" icon={<Eye size={14} aria-hidden="true" />} onClick={() => ask(true)}>
        {say('case.disclose.action')}
      </Button>
      <ReasonDialog
        title={say('case.disclose.action')}
        action={say('case.disclose.action')}
        isOpen={isAsking}
        onClose={() => ask(false)}
        onReason={async (reason) => {
          await orchestrator.POST('/v1/cases/{id}/disclosures', { params: { path: { id: shown.id } }, body: { reason } });
          await renew();
        }}
      >
        <p>{say('case.disclose.body')}</p>
      </ReasonDialog>
    </>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { department as serviceOf, Problem } from '../../api/index.ts';
import { useItemWords } from '../../app/data-items.ts';
import { every, LIVE } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Age, Button, Described, Empty, ProblemNotice, Status } from '../../parts/index.ts';
import { titled } from '../../parts/schema-form/titled.ts';
import { titleIn } from '../../texts/index.ts';
import { useCapabilities } from '../../app/capabilities.ts';
import { CompleteDialog } from './complete-dialog.tsx';
import styles from './departments.module.css';
import type { ReadItem } from './read-item.ts';
import { RefuseDialog } from './refuse-dialog.tsx';
import { texts } from './texts.ts';

/** One work item: what it is decided by, and what an officer can do with it. */
export function WorkItemPanel({ department, id }: { readonly department: string; readonly id: string }) {
  const say = texts.use();
  const found = useQuery({
    queryKey: ['work-item', department, id],
    queryFn: async ({ signal }): Promise<ReadItem | undefined> => {
      const { data, response } = await serviceOf(department).GET('/v1/work-items/{id}', { params: { path: { id } }, signal });
      return data && { item: data, etag: response.headers.get('etag') ?? '' };
    },
    refetchInterval: every(LIVE * 2),
  });
  const { data: capabilities } = useCapabilities(department);
  const words = useItemWords();
  if (found.error instanceof Problem && found.error.status === 404) return <Empty title={say('item.gone')} />;
  if (found.isError && !found.data) return <ProblemNotice error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <span className="skeleton" />;
  const { item } = found.data;
  const capability = capabilities?.[item.capability];
  return (
    <>
      <h3 translate="no">{capability ? titleIn(capability.title) : item.capability}</h3>
      <div className={styles['facts']}>
        <Status name={item.status} />
        <Age since={item.createdAt} />
        <span translate="no">{item.division}</span>
        {item.claimedBy !== undefined && <span translate="no">{item.claimedBy}</span>}
        <Link to={`/cases/${item.caseId}`}>{say('item.openCase')}</Link>
      </div>
      <Actions department={department} read={found.data} outputSchema={capability?.output} />
      <section>
        <h3>{say('item.input')}</h3>
        <Described values={item.input} schema={capability && titled(capability.input, words)} />
      </section>
      {item.output && (
        <section>
          <h3>{say('item.output')}</h3>
          <Described values={item.output} schema={capability && titled(capability.output, words)} />
        </section>
      )}
    </>
  );
}

interface ActionsProps {
  readonly department: string;
  readonly read: ReadItem;
  readonly outputSchema: Readonly<Record<string, unknown>> | undefined;
}

function Actions({ department, read, outputSchema }: ActionsProps) {
  const say = texts.use();
  const session = useSession();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'complete' | 'refuse'>();
  const { item, etag } = read;
  const changed = (): Promise<unknown> =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['work-item', department, item.id] }),
      queries.invalidateQueries({ queryKey: ['work-items', department] }),
    ]);
  const claim = useMutation({
    mutationFn: () =>
      serviceOf(department).POST('/v1/work-items/{id}/claim', {
        params: { path: { id: item.id }, header: { 'if-match': etag } },
        body: {},
      }),
    // Also when it failed: somebody else may have been faster, and then that is to be seen.
    onSettled: changed,
  });
  const isOver = item.status !== 'waiting' && item.status !== 'claimed';
  const [notMine, over] = [session.actor !== 'officer' ? say('item.onlyOfficers') : undefined, isOver ? say('item.settled') : undefined];
  const taken = item.status === 'claimed' && item.claimedBy !== undefined ? say('item.others', { by: item.claimedBy }) : undefined;
  const settling = notMine ?? over ?? (item.status === 'waiting' ? say('item.claimFirst') : undefined);
  return (
    <>
      <div className={styles['actions']}>
        <Button
          look={item.status === 'waiting' ? 'main' : 'plain'}
          needs="work-items:write"
          isBusy={claim.isPending}
          disabledBecause={notMine ?? over ?? taken}
          onClick={() => claim.mutate()}
        >
          {say('item.claim')}
        </Button>
        <Button
          look={item.status === 'claimed' ? 'main' : 'plain'}
          needs="work-items:write"
          disabledBecause={settling}
          onClick={() => setOpen('complete')}
        >
          {say('item.complete')}
        </Button>
        <Button look="danger" needs="work-items:write" disabledBecause={settling} onClick={() => setOpen('refuse')}>
          {say('item.refuse')}
        </Button>
      </div>
      {claim.isError && <ProblemNotice error={claim.error} />}
      <CompleteDialog
        department={department}
        read={read}
        schema={outputSchema}
        isOpen={open === 'complete'}
        onClose={() => setOpen(undefined)}
        onSettled={changed}
      />
      <RefuseDialog department={department} read={read} isOpen={open === 'refuse'} onClose={() => setOpen(undefined)} onSettled={changed} />
    </>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { eventHub, type Grant } from '../../../api/index.ts';
import { useEventTypeName } from '../../../app/event-types.ts';
import { useDepartmentName, useProcessName } from '../../../app/names.ts';
import { Button, Empty, ProblemNotice, ReasonDialog, Status, type StatusName, Time } from '../../../parts/index.ts';
import styles from '../subscriptions.module.css';
import { texts } from '../texts.ts';
import { AskGrant } from './ask-grant.tsx';

type GrantedType = Grant['types'][number];

const looks: Readonly<Record<GrantedType['status'], StatusName>> = { waiting: 'waiting', granted: 'granted', declined: 'refused' };
/** Whose types operators decide on; each department decides on its own. */
const PLATFORM = 'orchestrator';

/** Which agency may have which events, what for and until when; one is asked for, and what waits for the platform is decided here. */
export function GrantList() {
  const say = texts.use();
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={styles['fill']}>
      <div className={styles['bar']}>
        <Button look="main" needs="grants:write" icon={<Plus size={14} aria-hidden="true" />} onClick={() => setAsking(true)}>
          {say('ask.title')}
        </Button>
      </div>
      <Grants />
      {isAsking && <AskGrant onClose={() => setAsking(false)} />}
    </div>
  );
}

function Grants() {
  const say = texts.use();
  const found = useQuery({
    queryKey: ['grants', 'list'],
    queryFn: async ({ signal }) => (await eventHub.GET('/v1/grants', { params: { query: { limit: 200 } }, signal })).data?.items,
  });
  if (found.isError) return <ProblemNotice error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <span className="skeleton" />;
  if (found.data.length === 0) {
    return (
      <Empty title={say('grant.empty')}>
        <p>{say('grant.emptyNext')}</p>
      </Empty>
    );
  }
  return (
    <ul className={styles['scroll']}>
      {found.data.map((grant) => (
        <OneGrant key={grant.id} grant={grant} />
      ))}
    </ul>
  );
}

function OneGrant({ grant }: { readonly grant: Grant }) {
  const say = texts.use();
  const queries = useQueryClient();
  const processName = useProcessName();
  const [declined, setDeclined] = useState<string>();
  const [isEnding, setEnding] = useState(false);
  const path = { id: grant.id };
  const changed = (): Promise<void> => queries.invalidateQueries({ queryKey: ['grants'] });
  const decide = useMutation({
    mutationFn: (body: { types: string[]; decision: 'granted' | 'declined'; reason?: string }) =>
      eventHub.POST('/v1/grants/{id}/decisions', { params: { path }, body }),
    onSettled: changed,
  });
  const isOver = grant.status === 'ended';
  return (
    <li className={styles['grant']}>
      <div className={styles['bar']}>
        <strong translate="no">{grant.agency}</strong>
        <Status name={isOver ? 'ended' : 'active'} />
        <span translate="no">{grant.purpose}</span>
        <span>
          {say('grant.until')} <Time at={grant.until} precision="day" />
        </span>
        {grant.processes && <span translate="no">{grant.processes.map(processName).join('、')}</span>}
        {grant.divisions && <span translate="no">{grant.divisions.join('、')}</span>}
        {isOver ? (
          <span translate="no">{grant.endedBecause}</span>
        ) : (
          <Button look="danger" needs="grants:write" onClick={() => setEnding(true)}>
            {say('grant.end')}
          </Button>
        )}
      </div>
      <ul>
        {grant.types.map((type) => (
          <OneType
            key={`${type.type} ${type.owner}`}
            type={type}
            isOver={isOver}
            isBusy={decide.isPending}
            onGrant={() => decide.mutate({ types: [type.type], decision: 'granted' })}
            onDecline={() => setDeclined(type.type)}
          />
        ))}
      </ul>
      {decide.isError && <ProblemNotice error={decide.error} />}
      <ReasonDialog
        title={say('grant.decline')}
        isOpen={declined !== undefined}
        isDangerous
        onClose={() => setDeclined(undefined)}
        action={say('grant.decline')}
        onReason={(reason) => decide.mutateAsync({ types: [declined ?? ''], decision: 'declined', reason })}
      >
        <p>{say('grant.declineMeans')}</p>
      </ReasonDialog>
      <ReasonDialog
        title={say('grant.end')}
        isOpen={isEnding}
        isDangerous
        onClose={() => setEnding(false)}
        action={say('grant.end')}
        onReason={async (reason) => {
          await eventHub.POST('/v1/grants/{id}/end', { params: { path }, body: { reason } });
          await changed();
        }}
      >
        <p>{say('grant.endMeans')}</p>
      </ReasonDialog>
    </li>
  );
}

interface OneTypeProps {
  readonly type: GrantedType;
  readonly isOver: boolean;
  readonly isBusy: boolean;
  readonly onGrant: () => void;
  readonly onDecline: () => void;
}

function OneType({ type, isOver, isBusy, onGrant, onDecline }: OneTypeProps) {
  const say = texts.use();
  const typeName = useEventTypeName();
  const departmentName = useDepartmentName();
  const why = isOver
    ? say('grant.over')
    : type.owner === PLATFORM
      ? undefined
      : say('grant.notOurs', { owner: departmentName(type.owner) });
  return (
    <li>
      <span translate="no" title={type.type}>
        {typeName(type.type)}
      </span>
      <span translate="no">{departmentName(type.owner)}</span>
      <Status name={looks[type.status]} />
      <span className={styles['bar']}>
        {type.status !== 'granted' && (
          <Button needs="grants:write" disabledBecause={why} isBusy={isBusy} onClick={onGrant}>
            {say('grant.grant')}
          </Button>
        )}
        {type.status !== 'declined' && (
          <Button needs="grants:write" disabledBecause={why} isBusy={isBusy} onClick={onDecline}>
            {say('grant.decline')}
          </Button>
        )}
      </span>
    </li>
  );
}

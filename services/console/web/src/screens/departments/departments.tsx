import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, Navigate } from 'react-router';
import { type Flows, orchestrator, type ServiceState } from '../../api/index.ts';
import { useServices } from '../../app/names.ts';
import { every, LIVE } from '../../app/queries.ts';
import { useSession } from '../../app/session.tsx';
import { Age, Page, ProblemNotice, Status } from '../../parts/index.ts';
import { titleIn } from '../../texts/index.ts';
import styles from './departments.module.css';
import { texts } from './texts.ts';

type Backlog = Flows['departments'][number];

/** How every department is: its service, what waits for its software, and what lies with it. Then the services around them. */
export function Departments() {
  const say = texts.use();
  const session = useSession();
  const services = useServices();
  const flows = useQuery({
    queryKey: ['flows', undefined],
    queryFn: async ({ signal }) => (await orchestrator.GET('/v1/flows', { signal })).data,
    enabled: session.actor === 'operator',
    refetchInterval: every(LIVE),
    placeholderData: keepPreviousData,
  });
  const all = services.data ?? [];
  // An officer's page is that of their own department.
  if (session.department !== undefined) return <Navigate to={`/departments/${session.department}`} replace />;
  return (
    <Page title={say('title')}>
      {services.isError && !services.data && <ProblemNotice error={services.error} again={() => void services.refetch()} />}
      <Services
        title={say('departments')}
        isLoading={services.isLoading}
        services={all.filter(({ kind }) => kind === 'department')}
        backlog={flows.data?.departments}
      />
      <Services title={say('services')} isLoading={services.isLoading} services={all.filter(({ kind }) => kind !== 'department')} />
    </Page>
  );
}

interface ServicesProps {
  readonly title: string;
  readonly isLoading: boolean;
  readonly services: readonly ServiceState[];
  /** What lies with each; none of services that are no departments. */
  readonly backlog?: readonly Backlog[] | undefined;
}

function Services({ title, isLoading, services, backlog }: ServicesProps) {
  const say = texts.use();
  const columns = backlog ? (['waiting', 'working', 'stalled', 'oldest', 'rate'] as const) : [];
  return (
    <section>
      <h2>{title}</h2>
      <div className={styles['scroll']} data-live aria-busy={isLoading}>
        <table className={styles['table']}>
          <thead>
            <tr>
              {(['name', 'state', 'since', 'lag', ...columns] as const).map((column) => (
                <th key={column} scope="col">
                  {say(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {isLoading && (
              <tr aria-hidden="true">
                <td colSpan={4}>
                  <span className="skeleton" />
                </td>
              </tr>
            )}
            {services.map((service) => (
              <Row
                key={service.name}
                service={service}
                backlog={backlog && (backlog.find(({ department }) => department === service.name) ?? nothing)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const nothing = { waiting: 0, working: 0, stalled: 0, perHour: 0 };

function Row({ service, backlog }: { readonly service: ServiceState; readonly backlog: Omit<Backlog, 'department'> | undefined }) {
  const say = texts.use();
  const { name, kind, title, ready, lag, since } = service;
  return (
    <tr>
      <th scope="row" translate="no">
        {kind === 'department' ? <Link to={`/departments/${name}`}>{titleIn(title)}</Link> : titleIn(title)}
      </th>
      <td>
        <Status name={ready} />
      </td>
      <td>{since !== undefined && <Age since={since} />}</td>
      <td translate="no" title={lag === undefined ? say('lagUnknown') : undefined}>
        {lag ?? '–'}
      </td>
      {backlog && (
        <>
          <td translate="no">
            <Link to={`/cases?department=${name}&status=open`}>{backlog.waiting}</Link>
          </td>
          <td translate="no">
            <Link to={`/cases?department=${name}&status=open`}>{backlog.working}</Link>
          </td>
          <td translate="no">
            <Link to={`/cases?department=${name}&status=stalled`}>
              {backlog.stalled > 0 ? <Status name="stalled">{backlog.stalled}</Status> : 0}
            </Link>
          </td>
          <td>{backlog.oldestSince !== undefined && <Age since={backlog.oldestSince} />}</td>
          <td translate="no">{backlog.perHour}</td>
        </>
      )}
    </tr>
  );
}

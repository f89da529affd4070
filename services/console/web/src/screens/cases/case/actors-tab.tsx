import { useQuery } from '@tanstack/react-query';
import { type CaseEvent, orchestrator } from '../../../api/index.ts';
import { useDepartmentName } from '../../../app/names.ts';
import { ProblemNotice, Time } from '../../../parts/index.ts';
import { texts } from '../texts.ts';
import { type Actor, actsOf } from './actors.ts';
import { useEventWord } from './event-word.ts';
import tables from './tables.module.css';

/** Who did what in a case, and who saw its personal values and why. */
export function ActorsTab({ id, events }: { readonly id: string; readonly events: readonly CaseEvent[] }) {
  const say = texts.use();
  const wordOf = useEventWord();
  return (
    <div className={tables['scroll']} role="region" aria-label={say('case.tab.actors')} tabIndex={0}>
      <table className={tables['table']}>
        <thead>
          <tr>
            <th scope="col">{say('case.actors.who')}</th>
            <th scope="col">{say('case.actors.kind')}</th>
            <th scope="col">{say('case.actors.did')}</th>
            <th scope="col">{say('case.actors.first')}</th>
            <th scope="col">{say('case.actors.last')}</th>
          </tr>
        </thead>
        <tbody>
          {actsOf(events).map(({ actor, counts, first, last }) => (
            <tr key={`${actor.type} ${actor.id} ${actor.onBehalfOf ?? ''}`}>
              <td>
                <Who actor={actor} />
              </td>
              <td>{say(`case.actors.type.${actor.type}`)}</td>
              <td>{counts.map(([type, count]) => say('case.actors.times', { what: wordOf(type), count })).join('，')}</td>
              <td>
                <Time at={first} />
              </td>
              <td>
                <Time at={last} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Disclosures id={id} />
    </div>
  );
}

function Who({ actor }: { readonly actor: Actor }) {
  const say = texts.use();
  const departmentName = useDepartmentName();
  const { id, department, division, onBehalfOf } = actor;
  return (
    <>
      <span translate="no">
        {[
          departmentName(id),
          ...(department === undefined || department === id ? [] : [departmentName(department)]),
          ...(division === undefined ? [] : [division]),
        ].join(' · ')}
      </span>
      {onBehalfOf !== undefined && <small>{say('case.actors.onBehalfOf', { name: onBehalfOf })}</small>}
    </>
  );
}

function Disclosures({ id }: { readonly id: string }) {
  const say = texts.use();
  const { data, error, refetch } = useQuery({
    queryKey: ['case', id, 'disclosures'],
    queryFn: async ({ signal }) =>
      (await orchestrator.GET('/v1/cases/{id}/disclosures', { params: { path: { id } }, signal })).data?.items ?? [],
  });
  return (
    <section>
      <h2>{say('case.actors.disclosures')}</h2>
      {error && <ProblemNotice error={error} again={() => void refetch()} />}
      {data?.length === 0 && <p>{say('case.actors.noDisclosures')}</p>}
      {data && data.length > 0 && (
        <table className={tables['table']}>
          <thead>
            <tr>
              <th scope="col">{say('case.actors.who')}</th>
              <th scope="col">{say('case.actors.reason')}</th>
              <th scope="col">{say('case.actors.at')}</th>
              <th scope="col">{say('case.actors.until')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((disclosure) => (
              <tr key={disclosure.id}>
                <td>
                  <Who actor={disclosure.by} />
                </td>
                <td translate="no">{disclosure.reason}</td>
                <td>
                  <Time at={disclosure.at} />
                </td>
                <td>
                  <Time at={disclosure.until} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

import clsx from 'clsx';
import type { Case } from '../../../api/index.ts';
import { useDepartmentName } from '../../../app/names.ts';
import { Empty, Time } from '../../../parts/index.ts';
import { type FlowDefinition, titleOfStep } from '../../../parts/swimlane/index.ts';
import { language, titleIn } from '../../../texts/index.ts';
import { texts } from '../texts.ts';
import { type Handover, handoversOf, type Source } from './data-flow.ts';
import tables from './tables.module.css';
import { Value } from './value.tsx';

/** Which field went to whom, from whom, and on what ground. */
export function DataTab({ shown, definition }: { readonly shown: Case; readonly definition: FlowDefinition }) {
  const say = texts.use();
  const handovers = handoversOf(definition, shown);
  if (handovers.length === 0) return <Empty title={say('case.data.none')} />;
  return (
    <div className={tables['scroll']} role="region" aria-label={say('case.tab.data')} tabIndex={0}>
      <table className={clsx(tables['table'], tables['handovers'])}>
        <thead>
          <tr>
            <th scope="col">{say('case.data.to')}</th>
            <th scope="col">{say('case.data.field')}</th>
            <th scope="col">{say('case.data.value')}</th>
            <th scope="col">{say('case.data.from')}</th>
            <th scope="col">{say('case.data.ground')}</th>
          </tr>
        </thead>
        {handovers.map((handover) => (
          <HandoverRows key={handover.step ?? 'result'} handover={handover} definition={definition} />
        ))}
      </table>
    </div>
  );
}

function HandoverRows({ handover, definition }: { readonly handover: Handover; readonly definition: FlowDefinition }) {
  const say = texts.use();
  const departmentName = useDepartmentName();
  language.use();
  const { step, department, at, ground, passed } = handover;
  const known = definition.steps.find(({ name }) => name === step);
  return (
    <tbody>
      {passed.map(({ field, value, source }, index) => (
        <tr key={field}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={passed.length}>
              {department === undefined ? (
                say('case.data.toApplicant')
              ) : (
                <span translate="no">
                  {departmentName(department)}
                  {known && ` · ${titleOfStep(known)}`}
                </span>
              )}
              <small>
                <Time at={at} precision="millisecond" />
              </small>
            </th>
          )}
          <td>
            <code translate="no">{field}</code>
          </td>
          <td>
            <Value value={value} />
          </td>
          <td>
            <SourceWords source={source} definition={definition} />
          </td>
          {index === 0 && (
            <td rowSpan={passed.length}>
              {ground && (
                <>
                  {say('case.data.power', { power: ground.power })}
                  <small>
                    <code translate="no">{ground.capability}</code>
                  </small>
                </>
              )}
            </td>
          )}
        </tr>
      ))}
    </tbody>
  );
}

function SourceWords({ source, definition }: { readonly source: Source; readonly definition: FlowDefinition }) {
  const say = texts.use();
  const departmentName = useDepartmentName();
  switch (source.kind) {
    case 'form': {
      const [field = '', ...rest] = source.path.split('.');
      const title = definition.fields[field];
      return say('case.data.form', { path: [title ? titleIn(title) : field, ...rest].join('.') });
    }
    case 'applicant':
      return say('case.data.applicant', { path: source.path });
    case 'definition':
      return say('case.data.definition');
    case 'step':
      return (
        <span translate="no">
          {departmentName(source.department)} · <code>{`${source.step}.${source.path}`}</code>
        </span>
      );
  }
}

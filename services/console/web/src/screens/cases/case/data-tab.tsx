import clsx from 'clsx';
import type { Case } from '../../../api/index.ts';
import { type ItemWords, useItemWords } from '../../../app/data-items.ts';
import { useDepartmentName } from '../../../app/names.ts';
import { Empty, Time } from '../../../parts/index.ts';
import { schemaAt } from '../../../parts/schema-form/titled.ts';
import { type FlowDefinition, titleOfStep, useDefinition } from '../../../parts/swimlane/index.ts';
import { language } from '../../../texts/index.ts';
import { texts } from '../texts.ts';
import { type Handover, handoversOf, type Source } from './data-flow.ts';
import { fieldName, type FieldSchemas, sourceName } from './field-names.ts';
import tables from './tables.module.css';
import { useFieldSchemas } from './use-field-schemas.ts';
import { Value } from './value.tsx';

/** Which field went to whom, from whom, and on what ground. */
export function DataTab({ shown, definition }: { readonly shown: Case; readonly definition: FlowDefinition }) {
  const say = texts.use();
  const { query } = useDefinition(shown.process, shown.version);
  const schemas = useFieldSchemas(definition, query.data?.definition);
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
          <HandoverRows key={handover.step ?? 'result'} handover={handover} definition={definition} schemas={schemas} />
        ))}
      </table>
    </div>
  );
}

interface HandoverRowsProps {
  readonly handover: Handover;
  readonly definition: FlowDefinition;
  readonly schemas: FieldSchemas;
}

function HandoverRows({ handover, definition, schemas }: HandoverRowsProps) {
  const say = texts.use();
  const words = useItemWords();
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
            <span translate="no" title={field}>
              {fieldName({ step, field, source }, schemas, words)}
            </span>
          </td>
          <td>
            <Value value={value} schema={step === undefined ? undefined : schemaAt(schemas.takes(step), [field])} />
          </td>
          <td>
            <SourceWords source={source} definition={definition} schemas={schemas} words={words} />
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

interface SourceWordsProps {
  readonly source: Source;
  readonly definition: FlowDefinition;
  readonly schemas: FieldSchemas;
  readonly words: ItemWords;
}

function SourceWords({ source, definition, schemas, words }: SourceWordsProps) {
  const say = texts.use();
  const departmentName = useDepartmentName();
  switch (source.kind) {
    case 'form':
    case 'applicant':
      return say(`case.data.${source.kind}`, { path: sourceName(source, schemas, words) });
    case 'definition':
      return say('case.data.definition');
    case 'step': {
      const step = definition.steps.find(({ name }) => name === source.step);
      return (
        <span translate="no" title={`${source.step}.${source.path}`}>
          {departmentName(source.department)} · {step ? titleOfStep(step) : source.step} › {sourceName(source, schemas, words)}
        </span>
      );
    }
  }
}

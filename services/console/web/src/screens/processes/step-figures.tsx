import type { ProcessFigures } from '../../api/index.ts';
import { useDepartmentName } from '../../app/names.ts';
import { duration } from '../../parts/index.ts';
import { type FlowDefinition, titleOfStep } from '../../parts/swimlane/index.ts';
import styles from './process-page.module.css';
import { texts } from './texts.ts';

type StepFigure = ProcessFigures['steps'][number];

const counts = ['done', 'refused', 'failed'] as const;
const times = [
  ['p50', ({ p50 }: StepFigure) => p50],
  ['p90', ({ p90 }: StepFigure) => p90],
  ['waiting', ({ waitingSeconds }: StepFigure) => waitingSeconds || undefined],
  ['working', ({ workingSeconds }: StepFigure) => workingSeconds || undefined],
] as const;

/** What became of each step, and how long it took from being asked for to its answer. */
export function StepFigures({ steps, definition }: { readonly steps: readonly StepFigure[]; readonly definition: FlowDefinition }) {
  const say = texts.use();
  const departmentName = useDepartmentName();
  const titles = new Map(definition.steps.map((step) => [step.name, titleOfStep(step)]));
  return (
    <section>
      <h3 id="steps">{say('steps.title')}</h3>
      <div className={styles['scroll']} role="region" aria-labelledby="steps" tabIndex={0}>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{say('steps.step')}</th>
              <th scope="col">{say('steps.department')}</th>
              {[...counts, ...times.map(([name]) => name)].map((name) => (
                <th key={name} scope="col" className={styles['end']}>
                  {say(`steps.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map((figure) => (
              <tr key={`${figure.step} ${figure.department}`}>
                <th scope="row" translate="no">
                  {titles.get(figure.step) ?? figure.step}
                </th>
                <td translate="no">{departmentName(figure.department)}</td>
                {counts.map((name) => (
                  <td key={name} className={styles['end']} translate="no">
                    {figure[name]}
                  </td>
                ))}
                {times.map(([name, of]) => {
                  const seconds = of(figure);
                  return (
                    <td key={name} className={styles['end']} translate="no">
                      {seconds === undefined ? '–' : duration(seconds)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

import type { Case } from '../../../api/index.ts';
import { useDepartmentName } from '../../../app/names.ts';
import { absolute, duration } from '../../../parts/index.ts';
import { useNow } from '../../../parts/clock.ts';
import { type FlowDefinition, titleOfStep } from '../../../parts/swimlane/index.ts';
import { language } from '../../../texts/index.ts';
import { texts } from '../texts.ts';
import styles from './case-page.module.css';
import { type Refusing, type Standing, standingOf } from './standing.ts';

/** How the case stands, in words that can be read out on the telephone. */
export function StandingSentence({ shown, definition }: { readonly shown: Case; readonly definition: FlowDefinition }) {
  const words = useStandingWords(definition);
  const now = useNow();
  return <p className={styles['sentence']}>{words(standingOf(shown, definition), shown, now)}</p>;
}

function useStandingWords(definition: FlowDefinition): (standing: Standing, shown: Case, now: number) => string {
  const say = texts.use();
  const departmentName = useDepartmentName();
  language.use();
  const titles = new Map(definition.steps.map((step) => [step.name, titleOfStep(step)]));
  const titleOf = (step: string): string => titles.get(step) ?? step;
  const refusalWords = (refusal: Refusing | undefined): string =>
    refusal === undefined
      ? ''
      : say('case.says.refusal', {
          department: departmentName(refusal.department),
          step: titleOf(refusal.step),
          ground: refusal.law ?? refusal.code,
        });
  return (standing, shown, now) => {
    const age = (since: string): string => duration(Math.max(0, (now - Date.parse(since)) / 1000));
    switch (standing.kind) {
      case 'lies': {
        const parts = standing.lying.map(({ step, department, how, since }) =>
          say(`case.says.${how}`, {
            department: departmentName(department),
            step: titleOf(step),
            age: age(since),
          }),
        );
        const next = standing.next.map(titleOf);
        return `${parts.join(say('case.says.and'))}${next.length > 0 ? say('case.says.next', { steps: next.join(say('case.says.comma')) }) : say('case.says.last')}`;
      }
      case 'moves':
        return say('case.says.moves');
      case 'suspended':
        return say('case.says.suspended', { age: age(shown.updatedAt) });
      case 'stalled':
        return say(standing.error === undefined ? 'case.says.stalled' : 'case.says.stalledBecause', {
          department: standing.department === undefined ? '' : departmentName(standing.department),
          step: standing.step === undefined ? '' : titleOf(standing.step),
          age: age(standing.since),
          error: standing.error ?? '',
        });
      case 'undoes':
        return (
          refusalWords(standing.refusal) + say('case.says.undoes', { steps: standing.steps.map(titleOf).join(say('case.says.comma')) })
        );
      case 'closed':
        return (
          refusalWords(standing.outcome === 'refused' ? standing.refusal : undefined) +
          say(`case.says.${standing.outcome}`, { at: absolute(shown.closedAt ?? shown.updatedAt), took: duration(standing.seconds) })
        );
    }
  };
}

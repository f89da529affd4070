import { useDepartmentName } from '../../app/names.ts';
import { language, titleIn } from '../../texts/index.ts';
import { duration } from '../times.ts';
import { partsTexts } from '../parts-texts.ts';
import type { StatusName } from '../status.tsx';
import type { FlowStep, Limits } from './definition.ts';
import { partsOf } from './limits.ts';
import { swimlaneTexts } from './swimlane-texts.ts';

/** How a step stands in a case. */
export interface StepState {
  readonly status: StatusName;
  /** Since when it is so, RFC 3339. */
  readonly since?: string | undefined;
  /** It is still going on, so that its age matters. */
  readonly isOpen: boolean;
}

/** What a step is called: its title, or its name where it has none. */
export function titleOfStep({ title, name }: Pick<FlowStep, 'title' | 'name'>): string {
  return title ? titleIn(title) : name;
}

/** A step in one sentence, as it is read to who cannot see the picture: `税务登记，税务局，办理中，已 3 分钟`. */
export function useStepSentence(): (step: FlowStep, state: StepState | undefined, now: number) => string {
  const say = swimlaneTexts.use();
  const sayPart = partsTexts.use();
  const departmentName = useDepartmentName();
  language.use();
  return (step, state, now) => {
    const named = { title: titleOfStep(step), department: departmentName(step.department) };
    if (!state) return say('step', named);
    const status = sayPart(`status.${state.status}`);
    if (!state.isOpen || state.since === undefined) return say('stepStatus', { ...named, status });
    return say('stepSince', { ...named, status, age: duration(Math.max(0, (now - Date.parse(state.since)) / 1000)) });
  };
}

/** Limits in words: `承诺 4 小时 · 法定 3 个工作日`. */
export function useLimitWords(): (limits: Limits) => readonly string[] {
  const say = swimlaneTexts.use();
  return ({ promised, statutory }) =>
    Object.entries({ promised, statutory }).flatMap(([kind, span]) => {
      if (span === undefined) return [];
      const parts = partsOf(span);
      const words = parts ? say(`unit.${parts.unit}`, { count: parts.count }) : span;
      return [say(`limit.${kind as keyof Limits}`, { span: words })];
    });
}

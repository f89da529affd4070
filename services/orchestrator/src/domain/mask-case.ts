import { type Case, type CaseEvent, type CaseEventType, MASKED, type Step } from '@hengtong/contracts';
import { masked, type PersonalValues } from '@hengtong/process-model';

/** A case as it is shown to whoever has given no reason to see personal values: `***` stands in the place of each. */
export function maskCase(whole: Case, personal: PersonalValues): Case {
  return {
    ...whole,
    masked: true,
    applicant: maskApplicant(whole.applicant),
    input: maskValues(whole.input, personal.input),
    steps: Object.fromEntries(Object.entries(whole.steps).map(([name, step]) => [name, maskStep(name, step, personal)])),
    ...(whole.result && { result: maskValues(whole.result, personal.result) }),
  };
}

/** An event of a case, likewise. Of a type that is not known, nothing is known to be nobody’s. */
export function maskEvent(event: CaseEvent, personal: PersonalValues): CaseEvent {
  const { data, step = '' } = event;
  const change = (part: Record<string, unknown>): CaseEvent => ({ ...event, data: { ...data, ...part } });
  switch (event.type as CaseEventType) {
    case 'case-opened':
      return change({
        applicant: maskApplicant(data['applicant'] ?? {}),
        input: maskValues(data['input'], personal.input),
      });
    case 'step-completed':
      return change({ output: maskValues(data['output'], outputOf(step, personal)) });
    case 'step-refused':
      return 'reason' in data ? change({ reason: MASKED }) : event;
    case 'case-closed':
      return 'result' in data ? change({ result: maskValues(data['result'], personal.result) }) : event;
    case 'step-requested':
    case 'step-started':
    case 'step-failed':
    case 'step-skipped':
    case 'step-recall-requested':
    case 'step-recalled':
    case 'step-recall-declined':
    case 'step-compensation-requested':
    case 'step-compensated':
    case 'case-stalled':
    case 'case-resumed':
    case 'ignored':
      return event;
    default:
      return { ...event, data: maskValues(data, 'personal') };
  }
}

/** Name and number of an enterprise are public (企业信息公示暂行条例, article 6), as long as its number is none of a person’s. */
function maskApplicant(applicant: Case['applicant']): Case['applicant'] {
  const isEnterprise = applicant.kind === 'enterprise';
  return {
    ...applicant,
    ...(applicant.name !== undefined && !isEnterprise && { name: MASKED }),
    ...(applicant.idNumber !== undefined && !(isEnterprise && applicant.idType === 'uscc') && { idNumber: MASKED }),
  };
}

function maskStep(name: string, step: Step, personal: PersonalValues): Step {
  const { output, refusal } = step;
  return {
    ...step,
    ...(output && { output: maskValues(output, outputOf(name, personal)) }),
    ...(refusal?.reason !== undefined && { refusal: { ...refusal, reason: MASKED } }),
  };
}

const outputOf = (step: string, { outputs }: PersonalValues) => outputs.get(step) ?? 'personal';

/** Field by field, so that it is seen which there are. */
function maskValues(values: unknown, secrecy: PersonalValues['input']): Record<string, unknown> {
  const open = secrecy === 'personal' ? { fields: new Map() } : secrecy;
  return typeof values === 'object' && values !== null ? (masked(values, open, MASKED) as Record<string, unknown>) : {};
}

import { inputFindings, readYaml, type Definition, type Finding, type Source } from '@hengtong/process-model';
import { Conversation, type Answer } from './conversation.ts';
import type { Decision } from '../decide.ts';
import { judgeTurn } from './judge-turn.ts';
import { ScenarioFile, type Turn } from './scenario.ts';

/** How a scenario went. A problem points at the turn that came out otherwise; what comes after it was not played. */
export interface ScenarioResult {
  readonly name: string;
  readonly problems: readonly Finding[];
}

/** A file of scenarios, played. */
export interface ScenarioRun {
  /** What the file itself has wrong; nothing is played then. */
  readonly findings: readonly Finding[];
  readonly results: readonly ScenarioResult[];
}

/**
 * Plays the scenarios of a process through the pure engine.
 * @param text YAML; `file` is how problems call it
 */
export function runScenarios(definition: Definition, text: string, file: string): ScenarioRun {
  const source = readYaml(text, file);
  if (source.findings.length > 0) return { findings: source.findings, results: [] };
  const parsed = ScenarioFile.safeParse(source.value);
  if (!parsed.success) {
    const findings = parsed.error.issues.map(({ path, message }) => source.finding(path, 'schema', `${path.join('.')}: ${message}`));
    return { findings, results: [] };
  }
  const { applications, scenarios } = parsed.data;
  const results = scenarios.map(({ name, turns }, index) => ({
    name,
    problems: play(new Conversation(definition), applications, turns, source, ['scenarios', index, 'turns']),
  }));
  return { findings: [], results };
}

type Applications = ScenarioFile['applications'];

function play(
  conversation: Conversation,
  applications: Applications,
  turns: readonly Turn[],
  source: Source,
  path: readonly PropertyKey[],
): Finding[] {
  for (const [index, turn] of turns.entries()) {
    const problems = playTurn(conversation, applications, turn);
    if (problems.length > 0) return problems.map((problem) => source.finding([...path, index], 'scenario', problem));
  }
  return [];
}

function playTurn(conversation: Conversation, applications: Applications, turn: Turn): string[] {
  if (turn.open === undefined) {
    return conversation.isOpen ? judgeTurn(turn, answer(conversation, turn)) : ['the first turn must open the case'];
  }
  const application = Object.hasOwn(applications, turn.open) ? applications[turn.open] : undefined;
  if (!application) return [`there is no application ${turn.open}: add it under \`applications\``];
  const faults = inputFindings(conversation.definition, application.input);
  if (faults.length > 0) return faults.map(({ pointer, detail }) => `application ${turn.open}: ${pointer} ${detail}`);
  return conversation.isOpen ? ['the case is open already'] : judgeTurn(turn, conversation.open(application));
}

const answer = (conversation: Conversation, turn: Turn): Decision => conversation.reply(turn.from ?? '', answerOf(turn));

function answerOf(turn: Turn): Answer {
  if (turn.completed) return { type: 'step-completed', output: turn.completed };
  if (turn.refused) return { type: 'step-refused', ...turn.refused };
  if (turn.failed !== undefined) return { type: 'step-failed', error: turn.failed };
  if (turn.started) return { type: 'step-started', workItem: WORK_ITEM };
  if (turn.compensated) return { type: 'step-compensated' };
  if (turn.recalled) return { type: 'step-recalled' };
  return { type: 'step-recall-declined', because: turn['recall-declined'] ?? 'unknown' };
}

const WORK_ITEM = '01900000-0000-7000-8000-000000000002';

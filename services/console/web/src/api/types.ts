import type { paths as ConsolePaths } from './console.d.ts';
import type { paths as DepartmentPaths } from './department.d.ts';
import type { paths as EventHubPaths } from './event-hub.d.ts';
import type { paths as OrchestratorPaths } from './orchestrator.d.ts';

/** The JSON that a route answers with when it does what it was asked. */
type Answer<Route> = Route extends { readonly responses: infer Responses }
  ? { [Status in keyof Responses & (200 | 201 | 202)]: Json<Responses[Status]> }[keyof Responses & (200 | 201 | 202)]
  : never;
type Json<Response> = Response extends { readonly content: { readonly 'application/json': infer Body } } ? Body : never;
type Item<List> = List extends { readonly items: readonly (infer Each)[] } ? Each : never;

export type Session = Answer<ConsolePaths['/api/session']['get']>;
export type ServiceState = Answer<ConsolePaths['/api/services']['get']>[number];
export type SavedView = Item<Answer<ConsolePaths['/api/views']['get']>>;
export type DeadLetterCount = Item<Answer<ConsolePaths['/api/dead-letters/summary']['get']>>;

export type Flows = Answer<OrchestratorPaths['/v1/flows']['get']>;
export type Case = Answer<OrchestratorPaths['/v1/cases/{id}']['get']>;
export type CaseSummary = Item<Answer<OrchestratorPaths['/v1/cases']['get']>>;
export type Disclosure = Item<Answer<OrchestratorPaths['/v1/cases/{id}/disclosures']['get']>>;
export type CaseEvent = Item<Answer<OrchestratorPaths['/v1/cases/{id}/events']['get']>>;
export type ProcessSummary = Item<Answer<OrchestratorPaths['/v1/processes']['get']>>;
export type ProcessVersion = Answer<OrchestratorPaths['/v1/processes/{id}/versions/{version}']['get']>;
export type ProcessFigures = Answer<OrchestratorPaths['/v1/processes/{id}/versions/{version}/figures']['get']>;

export type Subscription = Item<Answer<EventHubPaths['/v1/subscriptions']['get']>>;

export type WorkItem = Item<Answer<DepartmentPaths['/v1/work-items']['get']>>;
export type DeadLetter = Item<Answer<ConsolePaths['/api/dead-letters']['get']>>;
export type SettledDeadLetters = Answer<DepartmentPaths['/v1/dead-letters/redrives']['post']>;

export type CloudEvent = Item<Answer<EventHubPaths['/v1/events']['get']>>;
export type EventType = Item<Answer<EventHubPaths['/v1/event-types']['get']>>;
export type Grant = Item<Answer<EventHubPaths['/v1/grants']['get']>>;
export type Delivery = Item<Answer<EventHubPaths['/v1/subscriptions/{id}/deliveries']['get']>>;
export type Replay = Item<Answer<EventHubPaths['/v1/subscriptions/{id}/replays']['get']>>;

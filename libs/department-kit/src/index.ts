export { type Answer, completed, type DomainEvent, refused } from './answers.ts';
export { type Capability, capability, type CapabilityContext, type CapabilitySpec, type NewRecord } from './capability.ts';
export { type Department, department } from './department.ts';
export { type DeclaredEvent, type EventType, eventType } from './event-type.ts';
export { recordVoided } from './events.ts';
export { manifestOf } from './manifest.ts';
export { recordsBy, type RecordRow } from './records/records.ts';
export { serveDepartment, startDepartment } from './start-department.ts';

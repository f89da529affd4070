import type { z } from 'zod';
import { commandTypes, StepCompensationRequested, StepRecallRequested, StepRequested } from './commands.ts';
import { eventTypes } from './events/event-types.ts';
import {
  replyTypes,
  StepCompensated,
  StepCompleted,
  StepFailed,
  StepRecallDeclined,
  StepRecalled,
  StepRefused,
  StepStarted,
} from './replies.ts';

/** The schema of each command and reply, by its `type`. */
export const messageSchemas: Readonly<Record<string, z.ZodType>> = {
  [commandTypes.stepRequested]: StepRequested,
  [commandTypes.stepCompensationRequested]: StepCompensationRequested,
  [commandTypes.stepRecallRequested]: StepRecallRequested,
  [replyTypes.stepCompleted]: StepCompleted,
  [replyTypes.stepRefused]: StepRefused,
  [replyTypes.stepFailed]: StepFailed,
  [replyTypes.stepStarted]: StepStarted,
  [replyTypes.stepCompensated]: StepCompensated,
  [replyTypes.stepRecalled]: StepRecalled,
  [replyTypes.stepRecallDeclined]: StepRecallDeclined,
};

/** The schema of each event that this project knows, by its `type`; departments add their own through the department kit. */
export const eventSchemas: Readonly<Record<string, z.ZodType>> = Object.fromEntries(eventTypes.map(({ type, schema }) => [type, schema]));

import { casesOf, runningSystem } from '@hengtong/testing';
import { demoCases } from '@hengtong/local';

const dataDir = process.env['HENGTONG_TEST_SYSTEM'];
if (dataDir === undefined) throw new Error('HENGTONG_TEST_SYSTEM is not set: the set-up in jest.config.mjs starts the system.');

/** The system that these suites share. */
export const system = await runningSystem(dataDir);
export const cases = casesOf(system.orchestratorUrl);

const make = demoCases();
let made = 0;

/** A new application that every department grants, with a name and people of its own. */
export const application = (process = 'enterprise-startup') => ({ ...make(made++), process });

import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ProcessVersion } from '../../api/index.ts';
import { type FlowStep, readDefinition } from './definition.ts';
import { definitionQuery } from './use-definition.ts';

/** A version of a process. */
interface Version {
  readonly process: string;
  readonly version: number;
}

/** Finds a step of one of the versions that were asked for; undefined while its definition is not there. */
export type FindStep = (process: string, version: number, name: string) => FlowStep | undefined;

/** The steps of these versions, each asked for once: few stand behind many cases. Another function only when they have changed. */
export function useSteps(versions: readonly Version[]): FindStep {
  const wanted = new Map(versions.map(({ process, version }) => [`${process} ${version}`, definitionQuery(process, version)]));
  const steps = useQueries({ queries: [...wanted.values()], combine: stepsIn });
  return useCallback((process, version, name) => steps[keyOf({ process, version }, name)], [steps]);
}

const keyOf = ({ process, version }: Version, name: string): string => `${process} ${version} ${name}`;

/** One function for all drawings, so that what it gave stays the same object. */
function stepsIn(found: readonly UseQueryResult<ProcessVersion | undefined>[]): Readonly<Record<string, FlowStep>> {
  return Object.fromEntries(
    found.flatMap(({ data }) => (data ? readDefinition(data.definition).steps.map((step) => [keyOf(data, step.name), step] as const) : [])),
  );
}

import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { capabilitiesQuery, type useCapabilities } from '../../../app/capabilities.ts';
import { holds, useSession } from '../../../app/session.tsx';
import type { FlowDefinition } from '../../../parts/swimlane/index.ts';
import { language, titleIn } from '../../../texts/index.ts';
import type { FieldSchemas } from './field-names.ts';

type Capabilities = NonNullable<ReturnType<typeof useCapabilities>['data']>;

/** Schemas of the form and of the steps of a case. `json` is the definition as it was published, which names the form's data items. */
export function useFieldSchemas(definition: FlowDefinition, json: unknown): FieldSchemas {
  const spoken = language.use();
  const departments = useAskable(definition);
  const found = useQueries({ queries: departments.map(capabilitiesQuery), combine: dataOf });
  return useMemo(() => {
    const schemaOf = (side: 'input' | 'output') => (name: string) => {
      const step = definition.steps.find((each) => each.name === name);
      return step && found[departments.indexOf(step.department)]?.[step.capability]?.[side];
    };
    return {
      form: { properties: (json as { readonly input?: unknown } | undefined)?.input },
      formTitle: (field) => {
        const title = definition.fields[field];
        return title && titleIn(title);
      },
      takes: schemaOf('input'),
      gives: schemaOf('output'),
    };
  }, [definition, departments, json, found, spoken]);
}

/** The departments of a case that answer this person: to an officer no other than their own does. */
function useAskable(definition: FlowDefinition): readonly string[] {
  const session = useSession();
  return useMemo(() => {
    const all = [...new Set(definition.steps.map(({ department }) => department))].filter((department) => department !== '');
    if (!holds(session, 'capabilities:read')) return [];
    return session.actor === 'officer' ? all.filter((department) => department === session.department) : all;
  }, [definition, session]);
}

/** One function for all drawings, so that what it gave stays the same object. */
function dataOf(found: readonly UseQueryResult<Capabilities>[]): readonly (Capabilities | undefined)[] {
  return found.map(({ data }) => data);
}

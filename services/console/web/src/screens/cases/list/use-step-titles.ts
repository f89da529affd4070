import { useQueries } from '@tanstack/react-query';
import type { CaseSummary } from '../../../api/index.ts';
import { definitionQuery, readDefinition, titleOfStep } from '../../../parts/swimlane/index.ts';
import { language } from '../../../texts/index.ts';

/** Titles of the steps of the cases in a list; the name of one whose definition is not there yet. Few versions stand behind many cases. */
export function useStepTitles(rows: readonly CaseSummary[]): (row: CaseSummary, step: string) => string {
  language.use();
  const versions = [...new Map(rows.map(({ process, version }) => [`${process} ${version}`, { process, version }])).values()];
  const titles = useQueries({
    queries: versions.map(({ process, version }) => definitionQuery(process, version)),
    combine: (found) =>
      new Map(
        found.flatMap(({ data }) =>
          data ? readDefinition(data.definition).steps.map((step) => [`${data.process} ${data.version} ${step.name}`, step] as const) : [],
        ),
      ),
  });
  return ({ process, version }, name) => {
    const step = titles.get(`${process} ${version} ${name}`);
    return step ? titleOfStep(step) : name;
  };
}

import { type Problem, problemType, problemTypes, type ProblemKind } from '@hengtong/contracts';

/** The response that problems of one status share, as OpenAPI has it; each of them is an example. */
export function problemResponse(kinds: readonly ProblemKind[]) {
  const examples = Object.fromEntries(kinds.map((kind) => [kind, { value: exampleOf(kind) }]));
  return {
    description: kinds.map((kind) => problemTypes[kind].title).join('. '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples } },
  };
}

function exampleOf(kind: ProblemKind): Problem {
  return { type: problemType(kind), title: problemTypes[kind].title, status: problemTypes[kind].status };
}

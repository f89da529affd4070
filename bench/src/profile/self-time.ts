/** The parts of a V8 CPU profile that are read here; times in microseconds. */
export type CpuProfile = {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
  timeDeltas: number[];
};

/** Self time in ms by what the time went into. */
export type SelfTime = Map<string, number>;

/** Time with nothing to do is no cost. */
const IDLE = '(idle)';

/** Adds up, for each module, the time in which one of its functions was on top of the stack; idle time left out. */
export function selfTimeByModule({ nodes, samples, timeDeltas }: CpuProfile): SelfTime {
  const modules = new Map(nodes.map(({ id, callFrame }) => [id, moduleOf(callFrame)]));
  const total: SelfTime = new Map();
  samples.forEach((id, index) => {
    const name = modules.get(id) ?? '(unknown)';
    if (name !== IDLE) total.set(name, (total.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  });
  return total;
}

/** `kafkajs`, `node:net`, `libs/messaging`, `services/departments/taxation`, or V8's own such as `(garbage collector)`. */
export function moduleOf({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string {
  if (url === '') return functionName.startsWith('(') ? functionName : '(native)';
  if (url.startsWith('node:')) return url.split('/')[0] === 'node:internal' ? url.split('/').slice(0, 2).join('/') : url;
  const [, dependency] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  const [, own] = /\/((?:libs|services\/departments|services|deploy|bench)\/[^/]+)\//.exec(url) ?? [];
  return dependency ?? own ?? url;
}

/** Sums of several profiles, the largest first. */
export function sumSelfTimes(times: readonly SelfTime[]): [name: string, ms: number][] {
  const total: SelfTime = new Map();
  for (const time of times) for (const [name, ms] of time) total.set(name, (total.get(name) ?? 0) + ms);
  return [...total].toSorted(([, a], [, b]) => b - a);
}

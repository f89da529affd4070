/** The parts of a V8 CPU profile that are read here; times in microseconds. */
export type CpuProfile = {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[];
  samples: number[];
  timeDeltas: number[];
};

/** Self time in ms by what the time went into. */
export type SelfTime = Map<string, number>;

type Frame = CpuProfile['nodes'][number]['callFrame'];

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

/** `kafkajs`, `node:net`, `libs/messaging`, `services/departments/taxation`, `native stringify`, or V8's own such as `(garbage collector)`. */
export function moduleOf({ functionName, url }: Frame): string {
  if (url === '') return functionName.startsWith('(') ? functionName : `native ${functionName || 'function'}`;
  if (url.startsWith('node:internal/')) return url.split('/').slice(0, 2).join('/');
  if (url.startsWith('node:')) return url;
  const [, dependency] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  return dependency ?? ownPackage(url) ?? url;
}

/** Which process a profile is of: the service that it runs, or `bench` for one of raw's. */
export function processOf({ nodes }: CpuProfile): string {
  const own = nodes.map(({ callFrame }) => ownPackage(callFrame.url));
  return own.find((name) => name?.startsWith('services/')) ?? own.find((name) => name?.startsWith('bench/')) ?? '(unknown)';
}

/** Sums of several profiles, the largest first. */
export function sumSelfTimes(times: readonly SelfTime[]): [name: string, ms: number][] {
  const total: SelfTime = new Map();
  for (const time of times) for (const [name, ms] of time) total.set(name, (total.get(name) ?? 0) + ms);
  return [...total].toSorted(([, a], [, b]) => b - a);
}

function ownPackage(url: string): string | undefined {
  return /\/((?:libs|services\/departments|services|deploy|bench)\/[^/]+)\//.exec(url)?.[1];
}

import type { RunningSystem } from './running-system.ts';

/** Holds every process of a service where it is (SIGSTOP), as a machine that hangs does; the answer lets it go on. */
export function suspend({ services }: RunningSystem, service: string): () => void {
  const held = services.filter((each) => each.service === service).map(({ pid }) => pid);
  if (held.length === 0) throw new Error(`There is no service ${service}.`);
  for (const pid of held) process.kill(pid, 'SIGSTOP');
  return () => {
    for (const pid of held.splice(0)) process.kill(pid, 'SIGCONT');
  };
}

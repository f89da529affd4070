import { type Received, receiver, type Receiver } from '../adapters/webhook/testing/receiver.ts';

type Answering = Parameters<typeof receiver>[0];

/** An agency's endpoint that agrees to be called, as often as `rate` says (calls a minute); each call is answered as told, by 204 unless told. */
export async function endpoint({ answer, rate = '*' }: { answer?: Answering; rate?: string } = {}): Promise<Endpoint> {
  const agreeing = { agrees: true, rate };
  const server = await receiver((response, request) => {
    if (request.method !== 'OPTIONS') return answer ? answer(response, request) : response.writeHead(204).end();
    const headers = { 'webhook-allowed-origin': 'hengtong.local', 'webhook-allowed-rate': agreeing.rate };
    response.writeHead(200, agreeing.agrees ? headers : {}).end();
  });
  return Object.assign(server, {
    agreeing,
    calls: () => server.received.filter(({ method }) => method === 'POST'),
    asked: () => server.received.filter(({ method }) => method === 'OPTIONS'),
  });
}

/** A receiver that is asked first, and then called. */
export interface Endpoint extends Receiver {
  /** Whether it agrees from now on, and to how many calls a minute. */
  readonly agreeing: { agrees: boolean; rate: string };
  calls(): Received[];
  asked(): Received[];
}

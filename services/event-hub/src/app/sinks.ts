import { askForConsent, type SinkPolicy, type Transport } from '../adapters/webhook/index.ts';

/** Calls a minute that we ask a sink to allow: as many as we could make. */
const ASKED_FOR = 120_000;

/** Where webhooks are, and whether they want to be called. */
export class Sinks {
  readonly policy: SinkPolicy;
  private readonly transport: Transport;
  private readonly origin: string;

  /** `origin`: the name of this hub, as sinks are asked to allow it. */
  constructor(policy: SinkPolicy, transport: Transport, origin: string) {
    this.policy = policy;
    this.transport = transport;
    this.origin = origin;
  }

  /** Asks a sink whether it agrees. `refused` says why not; `perSecond` is the most that it takes, where that is less than we could send. */
  async ask(sink: string): Promise<{ refused?: string; perSecond?: number }> {
    const consent = await askForConsent(this.transport, sink, this.origin, ASKED_FOR);
    if (!consent.given) return { refused: consent.reason };
    const { perMinute = ASKED_FOR } = consent;
    return perMinute < ASKED_FOR ? { perSecond: perMinute / 60 } : {};
  }
}

import { bilingual } from '@hengtong/contracts';
import { AllowsAny, type Caller, Documented, From } from '@hengtong/platform';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { lagOf } from '../../app/lags.ts';
import { ServiceStates } from '../../app/service-states.ts';
import { Services } from '../../app/services.ts';
import type { Session } from '../../app/sessions.ts';
import { Upstream } from '../../app/upstream.ts';
import { InSession } from './identify.ts';

const ServiceView = z.object({
  name: z.string(),
  kind: z.enum(['orchestrator', 'event-hub', 'department', 'identity']),
  title: bilingual,
  ready: z
    .enum(['up', 'degraded', 'slow', 'down'])
    .describe(
      '`degraded`: it works, with a limit that its checks name; `slow`: it has not answered within a second; `down`: not within five',
    ),
  checks: z.record(z.string(), z.object({ status: z.enum(['ok', 'degraded', 'failed']), detail: z.string().optional() })),
  lag: z.number().optional().describe('Seconds that it is behind with its messages; for those who may read measurements'),
  since: z.iso.datetime().describe('Since when it is so, as far as the console has seen it'),
});
type ServiceView = z.infer<typeof ServiceView>;
const ServiceViews = z.array(ServiceView);

/** How the services of the backbone are. */
@Controller('api/services')
export class ServicesController {
  private readonly states: ServiceStates;
  private readonly services: Services;
  private readonly upstream: Upstream;

  constructor(states: ServiceStates, services: Services, upstream: Upstream) {
    this.states = states;
    this.services = services;
    this.upstream = upstream;
  }

  @Get()
  @AllowsAny('operator', 'officer')
  @Documented({
    summary: 'How the services are, each asked within a second',
    answers: { 200: { description: 'All of them, whether they answer or not', schema: ServiceViews } },
    problems: ['session-ended'],
  })
  async list(@InSession() session: Session, @From() caller: Caller): Promise<ServiceView[]> {
    const mayMeasure = caller.type === 'operator' && caller.scopes.has('metrics:read');
    const [states, lags] = await Promise.all([this.states.all(), mayMeasure ? this.lags(session) : new Map<string, number>()]);
    return states.map((state) => {
      const lag = lags.get(state.name);
      return { ...state, ...(lag !== undefined && { lag }) };
    });
  }

  private async lags(session: Session): Promise<ReadonlyMap<string, number>> {
    const found = await Promise.all(
      this.services.called.map(async (service) => [service.name, await lagOf(this.upstream, service, session)] as const),
    );
    return new Map(found.flatMap(([name, lag]) => (lag === undefined ? [] : [[name, lag] as const])));
  }
}

import { Flows, FlowsQuery } from '@hengtong/contracts';
import { Allows, Documented } from '@hengtong/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { Overview } from '../../app/flows/overview.ts';

/** What flows where: for those who keep the flows moving. */
@Controller('v1/flows')
export class FlowsController {
  private readonly overview: Overview;

  constructor(overview: Overview) {
    this.overview = overview;
  }

  @Get()
  @Allows('cases:read', 'operator')
  @Documented({
    summary: 'Show what flows where',
    description: 'Kept as things happen, a second or two behind, and never counted over all cases: it may be asked every second.',
    answers: { 200: { description: 'The overview', schema: Flows } },
    problems: ['invalid-parameter'],
  })
  get(@Query({ schema: FlowsQuery }) query: FlowsQuery): Promise<Flows> {
    return this.overview.flows(query);
  }
}

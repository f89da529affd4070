import { Allows, Documented } from '@hengtong/platform';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { timeIn } from '../../app/case-table.ts';
import { exportCases } from '../../app/export-cases.ts';
import { Passages } from '../../app/passages.ts';
import { Services } from '../../app/services.ts';
import type { Session } from '../../app/sessions.ts';
import { Upstream } from '../../app/upstream.ts';
import { InSession } from './identify.ts';

const ExportQuery = z.looseObject({
  lang: z.enum(['zh', 'en']).default('zh').describe('The language of the table'),
  zone: z
    .string()
    .refine(isZone, 'must be a time zone such as Asia/Shanghai')
    .default('Asia/Shanghai')
    .describe('The time zone of its times, an IANA name'),
});

/** Of the list's own parameters, those that are not its filter. */
const NO_FILTER = ['lang', 'zone', 'limit', 'after'];

/** What people take away as files. */
@Controller('api/exports')
export class ExportsController {
  private readonly services: Services;
  private readonly upstream: Upstream;
  private readonly passages: Passages;

  constructor(services: Services, upstream: Upstream, passages: Passages) {
    this.services = services;
    this.upstream = upstream;
    this.passages = passages;
  }

  @Get('cases.csv')
  @Allows('cases:read', 'operator', 'officer')
  @Documented({
    summary: 'All cases of a filter as CSV; takes what the list of cases at the orchestrator takes',
    answers: { 200: { description: 'UTF-8 with a byte order mark', headers: { 'Content-Disposition': 'The name of the file' } } },
    problems: ['invalid-parameter', 'session-ended', 'unreachable'],
  })
  async cases(
    @Query({ schema: ExportQuery }) { lang: language, zone }: z.output<typeof ExportQuery>,
    @InSession() session: Session,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const passage = this.passages.begin(session);
    reply.raw.once('close', () => {
      passage.abort();
      passage.close();
    });
    const filter = new URLSearchParams(request.url.split('?')[1]);
    for (const name of NO_FILTER) filter.delete(name);
    const table = await exportCases(this.services, this.upstream, { session, filter, language, zone, signal: passage.signal });
    const at = timeIn(zone, new Date().toISOString()).slice(0, 16).replaceAll(/[-:]/g, '').replace(' ', '-');
    void reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="cases-${at}.csv"`).send(table);
  }
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

import { operatorRole } from '@hengtong/contracts';
import { AllowsAny, type Caller, Documented, From } from '@hengtong/platform';
import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import type { Session } from '../../app/sessions.ts';
import { InSession } from './identify.ts';

/** Who is signed in, for the page. */
const SessionView = z.object({
  id: z.string().describe('The subject of the token'),
  name: z.string(),
  actor: z.enum(['operator', 'officer']),
  role: operatorRole.optional(),
  department: z.string().optional(),
  division: z.string().optional(),
  scopes: z.array(z.string()),
  expiresAt: z.iso.datetime().describe('When the session ends, unless something is asked for before'),
});
type SessionView = z.infer<typeof SessionView>;

@Controller('api/session')
export class SessionController {
  @Get()
  @AllowsAny('operator', 'officer')
  @Documented({
    summary: 'Who is signed in',
    answers: { 200: { description: 'The session', schema: SessionView } },
    problems: ['session-ended'],
  })
  show(@InSession() { name, ends }: Session, @From() caller: Caller): SessionView {
    const { id, type, role, department, division, scopes } = caller;
    return {
      id,
      name,
      actor: type === 'officer' ? 'officer' : 'operator',
      ...(role && { role }),
      ...(department && { department }),
      ...(division && { division }),
      scopes: [...scopes].filter((scope) => scope !== ''),
      expiresAt: new Date(ends).toISOString(),
    };
  }
}

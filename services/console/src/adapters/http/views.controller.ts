import { keepable } from '@hengtong/contracts';
import { AllowsAny, type Caller, Documented, From, ProblemError } from '@hengtong/platform';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { addView, dropView, listViews, ownerOfView, VIEWS_OF_ONE } from '../postgres/views.ts';

export const POOL = Symbol('POOL');

const screen = z.string().regex(/^[a-z][a-z-]{0,49}$/, 'must be the name of a screen, like cases');

const SaveView = keepable(
  z.strictObject({
    screen,
    name: z.string().trim().min(1).max(100),
    query: z.string().max(4_000).describe('What stands behind the ? in the address'),
    shared: z.boolean().default(false).describe('Whether everybody sees it'),
  }),
);
type SaveView = z.output<typeof SaveView>;

const ViewSchema = z.object({
  id: z.uuid(),
  screen: z.string(),
  name: z.string(),
  query: z.string(),
  owner: z.string(),
  shared: z.boolean(),
  createdAt: z.iso.datetime(),
});
type View = z.infer<typeof ViewSchema>;
const Views = z.object({ items: z.array(ViewSchema) });
const ViewsQuery = z.object({ screen: screen.optional() });
const id = z.uuid();

/** Views that people keep for themselves, or share. */
@Controller('api/views')
export class ViewsController {
  private readonly pool: Pool;

  constructor(@Inject(POOL) pool: Pool) {
    this.pool = pool;
  }

  @Get()
  @AllowsAny('operator', 'officer')
  @Documented({
    summary: 'Saved views: one’s own, and those that others share',
    answers: { 200: { description: 'By name', schema: Views } },
    problems: ['invalid-parameter', 'session-ended'],
  })
  async list(@Query({ schema: ViewsQuery }) query: z.output<typeof ViewsQuery>, @From() caller: Caller): Promise<z.infer<typeof Views>> {
    return { items: await listViews(this.pool, caller.id, query.screen) };
  }

  @Post()
  @AllowsAny('operator', 'officer')
  @Documented({
    summary: 'Save a view',
    body: { screen: 'cases', name: '税务停滞', query: 'status=stalled&department=taxation', shared: true },
    answers: { 201: { description: 'The view', schema: ViewSchema } },
    problems: ['invalid-body', 'conflict', 'session-ended'],
  })
  async save(@Body({ schema: SaveView }) body: SaveView, @From() caller: Caller): Promise<View> {
    const saved = await addView(this.pool, { id: uuidv7(), owner: caller.id, ...body });
    if (!saved)
      throw new ProblemError('conflict', `You have ${VIEWS_OF_ONE} saved views, which is as many as one may keep. Delete one first.`);
    return saved;
  }

  @Delete(':id')
  @HttpCode(204)
  @AllowsAny('operator', 'officer')
  @Documented({
    summary: 'Delete a view of one’s own',
    answers: { 204: {} },
    problems: ['invalid-parameter', 'not-found', 'session-ended'],
  })
  async remove(@Param('id', { schema: id }) view: string, @From() caller: Caller): Promise<void> {
    const owner = await ownerOfView(this.pool, view, caller.id);
    if (owner === undefined) throw new ProblemError('not-found', 'There is no saved view of this id.');
    if (owner !== caller.id) throw new ProblemError('forbidden', `This view is of ${owner}, who alone can delete it.`);
    await dropView(this.pool, view, caller.id);
  }
}

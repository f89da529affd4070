import { ProcessFigures, ProcessList, ProcessVersion, slug } from '@hengtong/contracts';
import { Allows, Documented, ProblemError } from '@hengtong/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { Pool } from 'pg';
import { z } from 'zod';
import { Definitions } from '../../app/definitions.ts';
import { figuresOf } from '../../app/flows/figures.ts';
import { listVersions, readVersion, type StoredVersion } from '../postgres/process-versions.ts';

const id = slug.max(100);
const number = z.coerce.number().int().min(1).max(2_147_483_647);

/** The processes by which the orchestrator decides, until the registry serves them (DESIGN §7). */
@Controller('v1/processes')
export class ProcessesController {
  private readonly pool: Pool;
  private readonly definitions: Definitions;

  constructor(pool: Pool, definitions: Definitions) {
    this.pool = pool;
    this.definitions = definitions;
  }

  @Get()
  @Allows('cases:read', 'system', 'officer', 'operator')
  @Documented({
    summary: 'List processes with their versions',
    answers: { 200: { description: 'All of them', schema: ProcessList } },
  })
  async list(): Promise<ProcessList> {
    const byProcess = Map.groupBy(await listVersions(this.pool), ({ process }) => process);
    const items = [...byProcess].flatMap(([process, versions]) => {
      const newest = this.definitions.newestOf(process);
      const said = newest ?? versions[0]?.body;
      if (!said) return [];
      const { title, goal, steps } = said;
      const departments = [...new Set(steps.map(({ department }) => department))];
      return [{ process, title, goal, departments, ...(newest && { version: newest.version }), versions: versions.map(summaryOf) }];
    });
    return { items };
  }

  @Get(':id/versions/:version')
  @Allows('cases:read', 'system', 'officer', 'operator')
  @Documented({
    summary: 'Show a version of a process',
    answers: { 200: { description: 'The definition, and the file that it was read from', schema: ProcessVersion } },
    problems: ['invalid-parameter', 'not-found'],
  })
  async get(@Param('id', { schema: id }) process: string, @Param('version', { schema: number }) version: number): Promise<ProcessVersion> {
    const stored = await this.find(process, version);
    const { body, source } = stored;
    return { ...summaryOf(stored), process, title: body.title, definition: { ...body }, ...(source !== null && { source }) };
  }

  @Get(':id/versions/:version/figures')
  @Allows('cases:read', 'system', 'officer', 'operator')
  @Documented({
    summary: 'Show what the cases of a version came to',
    description:
      'Over all cases since the version was first used, kept as things happen. An answer is counted when it comes, not when its case closes.',
    answers: {
      200: { description: 'Cases, lead times, and per step and department what was answered and how long it took', schema: ProcessFigures },
    },
    problems: ['invalid-parameter', 'not-found'],
  })
  async figures(
    @Param('id', { schema: id }) process: string,
    @Param('version', { schema: number }) version: number,
  ): Promise<ProcessFigures> {
    const { body } = await this.find(process, version);
    return figuresOf(this.pool, body);
  }

  private async find(process: string, version: number): Promise<StoredVersion> {
    const stored = await readVersion(this.pool, process, version);
    if (!stored) throw new ProblemError('not-found', `There is no version ${version} of ${process}.`);
    return stored;
  }
}

const summaryOf = ({ version, digest, loadedAt }: StoredVersion) => ({ version, digest, loadedAt: loadedAt.toISOString() });

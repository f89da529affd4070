import { DepartmentManifest } from '@hengtong/contracts';
import { Allows, Documented } from '@hengtong/platform';
import { Controller, Get, Inject } from '@nestjs/common';
import { DEPARTMENT } from '../department.ts';
import type { Department } from '../department.ts';
import { manifestOf } from '../manifest.ts';

/** What can be asked of the department, with JSON Schemas. */
@Controller('v1/capabilities')
export class CapabilitiesController {
  private readonly department: Department;

  constructor(@Inject(DEPARTMENT) department: Department) {
    this.department = department;
  }

  @Get()
  @Allows('capabilities:read', 'officer', 'system', 'operator')
  @Documented({ summary: 'List capabilities', answers: { 200: { description: 'All of them', schema: DepartmentManifest } } })
  list(): DepartmentManifest {
    return manifestOf(this.department);
  }
}

import { startDepartment } from '@hengtong/department-kit';
import { humanResources } from './human-resources.ts';

await startDepartment(humanResources);

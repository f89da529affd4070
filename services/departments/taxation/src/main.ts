import { startDepartment } from '@hengtong/department-kit';
import { taxation } from './taxation.ts';

await startDepartment(taxation);

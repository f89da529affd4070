import { startDepartment } from '@hengtong/department-kit';
import { marketRegulation } from './market-regulation.ts';

await startDepartment(marketRegulation);

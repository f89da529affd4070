import { startDepartment } from '@hengtong/department-kit';
import { housingFund } from './housing-fund.ts';

await startDepartment(housingFund);

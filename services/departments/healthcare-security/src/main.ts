import { startDepartment } from '@hengtong/department-kit';
import { healthcareSecurity } from './healthcare-security.ts';

await startDepartment(healthcareSecurity);

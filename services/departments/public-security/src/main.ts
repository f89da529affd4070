import { startDepartment } from '@hengtong/department-kit';
import { publicSecurity } from './public-security.ts';

await startDepartment(publicSecurity);

import { department } from '@hengtong/department-kit';
import { fileSeal } from './capabilities/file-seal.ts';
import { sealFiled } from './events.ts';
import { migrations } from './migrations.ts';

/** Public security 公安: seals of enterprises, and who somebody is. */
export const publicSecurity = department('public-security', {
  capabilities: [fileSeal],
  events: [sealFiled],
  migrations,
});

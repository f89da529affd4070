import { department } from '@hengtong/department-kit';
import { openFundAccount } from './capabilities/open-fund-account.ts';
import { fundAccountOpened } from './events.ts';
import { migrations } from './migrations.ts';

/** Housing provident fund 住房公积金: employers’ accounts and what is paid into them each month. */
export const housingFund = department('housing-fund', {
  capabilities: [openFundAccount],
  events: [fundAccountOpened],
  migrations,
});

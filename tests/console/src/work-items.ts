import type { Case, OpenCase, WorkItem } from '@hengtong/contracts';
import { eventually } from '@hengtong/testing';
import { type Backbone, PATIENT } from './backbone.ts';

/** A case whose seal waits for an officer of public security, and that work item. */
export interface AtOfficer {
  readonly opened: Case;
  readonly item: WorkItem;
}

/** Where the work of the officers of public security lies. */
export const workItems = ({ departments }: Backbone): string => `${departments['public-security']}/v1/work-items`;

/** Opens a case whose seal is filed by an officer, and waits until nothing else is left to do. */
export async function waitingForOfficer(backbone: Backbone, change?: (application: OpenCase) => OpenCase): Promise<AtOfficer> {
  const { id } = await backbone.open('seal-by-officer', change);
  const opened = await backbone.until(id, ({ steps }) => steps['tax']?.status === 'completed');
  const item = await eventually(async () => {
    const { body } = await backbone.as<{ items: WorkItem[] }>('public-security', `${workItems(backbone)}?status=waiting&caseId=${id}`);
    const [only] = body.items;
    if (!only) throw new Error('no work item is waiting');
    return only;
  }, PATIENT);
  return { opened, item };
}

/** What the department's own system does to a work item for one of its officers, however it stands. */
export const actElsewhere = (backbone: Backbone, { id }: WorkItem, what: 'claim' | 'completion', body: object) =>
  backbone.as<WorkItem>('public-security', `${workItems(backbone)}/${id}/${what}`, body, { 'if-match': '*' });

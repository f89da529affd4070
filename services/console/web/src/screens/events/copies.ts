import type { CloudEvent } from '../../api/index.ts';

/** The command that asks the event hub for one event. Address and token are left to whoever runs it: none is ever in the page. */
export function curlOf({ id, subject }: Pick<CloudEvent, 'id' | 'subject'>): string {
  // What is encoded for an address holds nothing that a shell would take for its own.
  const query = new URLSearchParams({ subject, filter: `event.id == ${JSON.stringify(id)}` }).toString();
  return `curl -H "authorization: Bearer $TOKEN" "$EVENT_HUB/v1/events?${query.replaceAll("'", '%27').replaceAll('!', '%21')}"`;
}

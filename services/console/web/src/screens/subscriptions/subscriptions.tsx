import { Page, Tabs } from '../../parts/index.ts';
import { holds, useSession } from '../../app/session.tsx';
import { EndpointList } from './endpoint-list.tsx';
import { GrantList } from './grants/grant-list.tsx';
import { texts } from './texts.ts';
import { TypeCatalogue } from './type-catalogue.tsx';

/** Who receives what: subscriptions, the catalogue of types, and who may have which (for those who may see it). */
export function Subscriptions() {
  const say = texts.use();
  const session = useSession();
  return (
    <Page title={say('title')} isFull>
      <Tabs
        tabs={[
          { name: 'endpoints', title: say('tab.endpoints'), content: <EndpointList /> },
          { name: 'types', title: say('tab.types'), content: <TypeCatalogue /> },
          ...(holds(session, 'grants:write') ? [{ name: 'grants', title: say('tab.grants'), content: <GrantList /> }] : []),
        ]}
      />
    </Page>
  );
}

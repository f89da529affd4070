import { Link, useParams } from 'react-router';
import { useServices } from '../../app/names.ts';
import { Age, Empty, Page, Status, Tabs } from '../../parts/index.ts';
import { titleIn } from '../../texts/index.ts';
import { Capabilities } from './capabilities.tsx';
import { texts } from './texts.ts';
import { WorkItems } from './work-items.tsx';

/** One department: the state of its service, the work of its officers, and what it can be asked for. */
export function DepartmentPage() {
  const say = texts.use();
  const { name = '' } = useParams();
  const { data } = useServices();
  const service = data?.find((each) => each.name === name && each.kind === 'department');
  if (data && !service) {
    return (
      <Page title={name} isName>
        <Empty title={say('unknown.title')}>
          <p>{say('unknown.next', { name })}</p>
          <Link to="/departments">{say('unknown.all')}</Link>
        </Empty>
      </Page>
    );
  }
  return (
    <Page
      isFull
      isName
      title={service ? titleIn(service.title) : name}
      beside={
        service && (
          <span>
            <Status name={service.ready} /> {service.since !== undefined && <Age since={service.since} />}
          </span>
        )
      }
    >
      <Tabs
        tabs={[
          { name: 'items', title: say('tabs.items'), content: <WorkItems key={name} department={name} /> },
          { name: 'capabilities', title: say('tabs.capabilities'), content: <Capabilities department={name} /> },
        ]}
      />
    </Page>
  );
}

import { Link, useParams, useSearchParams } from 'react-router';
import { Problem, type ProcessSummary, type ProcessVersion } from '../../api/index.ts';
import { useProcesses } from '../../app/names.ts';
import { CodeView, Empty, Page, ProblemNotice, ShortId, Time } from '../../parts/index.ts';
import { type FlowDefinition, Swimlane, useDefinition, useLimitWords } from '../../parts/swimlane/index.ts';
import { language, titleIn } from '../../texts/index.ts';
import { Figures } from './figures.tsx';
import styles from './process-page.module.css';
import { texts } from './texts.ts';
import { VersionSelect } from './version-select.tsx';

/** A process: the order of its steps beside the text that says so, and how its cases go. */
export function ProcessPage() {
  const say = texts.use();
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const processes = useProcesses();
  const summary = processes.data?.find(({ process }) => process === id);
  const wanted = Number(params.get('version'));
  const version = Number.isSafeInteger(wanted) && wanted > 0 ? wanted : (summary?.version ?? summary?.versions[0]?.version);
  const { query, definition } = useDefinition(id, version);
  const error = query.error ?? processes.error;
  const isUnknown = processes.data !== undefined && !summary;
  const isMissing = isUnknown || (query.error instanceof Problem && query.error.status === 404);
  if (isMissing) return <Missing id={id} />;
  if (query.data && definition) return <Known shown={query.data} summary={summary} definition={definition} />;
  return (
    <Page title={say('title')}>
      {error ? <ProblemNotice error={error} again={() => void query.refetch()} /> : <span className="skeleton" />}
    </Page>
  );
}

interface KnownProps {
  readonly shown: ProcessVersion;
  readonly summary: ProcessSummary | undefined;
  readonly definition: FlowDefinition;
}

function Known({ shown, summary, definition }: KnownProps) {
  const say = texts.use();
  const limitWords = useLimitWords();
  language.use();
  const { process, version, loadedAt, digest, source } = shown;
  const limits = limitWords(definition.limits).join(' · ');
  return (
    <Page
      title={titleIn(shown.title)}
      isName
      beside={<VersionSelect shown={version} summary={summary} />}
      actions={<Link to={`/cases?process=${process}`}>{say('cases')}</Link>}
    >
      <dl className={styles['facts']}>
        {summary && (
          <div>
            <dt>{say('facts.goal')}</dt>
            <dd translate="no">{titleIn(summary.goal)}</dd>
          </div>
        )}
        {limits !== '' && (
          <div>
            <dt>{say('facts.limits')}</dt>
            <dd>{limits}</dd>
          </div>
        )}
        <div>
          <dt>{say('facts.loaded')}</dt>
          <dd>
            <Time at={loadedAt} />
          </dd>
        </div>
        <div>
          <dt>{say('facts.digest')}</dt>
          <dd>
            <ShortId id={digest} />
          </dd>
        </div>
      </dl>
      <div className={styles['beside']}>
        <section aria-labelledby="order">
          <h2 id="order">{say('order')}</h2>
          <Swimlane definition={definition} />
        </section>
        <section aria-labelledby="source">
          <h2 id="source">{say('source')}</h2>
          {source === undefined && <p>{say('noSource')}</p>}
          <div className={styles['code']}>
            <CodeView
              text={source ?? JSON.stringify(shown.definition, null, 2)}
              language={source === undefined ? 'json' : 'yaml'}
              label={say('source')}
            />
          </div>
        </section>
      </div>
      <Figures process={process} version={version} definition={definition} />
    </Page>
  );
}

function Missing({ id }: { readonly id: string }) {
  const say = texts.use();
  return (
    <Page title={say('title')}>
      <Empty title={say('missing.title')}>
        <p>{say('missing.body', { id })}</p>
        <Link to="/processes">{say('missing.back')}</Link>
      </Empty>
    </Page>
  );
}

import { useCapabilities } from '../../app/capabilities.ts';
import { CodeView, ProblemNotice } from '../../parts/index.ts';
import { titleIn } from '../../texts/index.ts';
import styles from './departments.module.css';
import { texts } from './texts.ts';

/** Each capability with the schemas of what it takes and gives. */
export function Capabilities({ department }: { readonly department: string }) {
  const say = texts.use();
  const capabilities = useCapabilities(department);
  if (capabilities.isError) return <ProblemNotice error={capabilities.error} again={() => void capabilities.refetch()} />;
  return Object.entries(capabilities.data ?? {}).map(([name, { title, input, output }]) => (
    <section key={name}>
      <h2 translate="no">
        {titleIn(title)} <code>{name}</code>
      </h2>
      <div className={styles['columns']}>
        {(
          [
            ['input', input],
            ['output', output],
          ] as const
        ).map(([side, schema]) => (
          <div key={side}>
            <h3>{say(`capability.${side}`)}</h3>
            <CodeView language="json" label={say(`capability.${side}`)} text={JSON.stringify(schema, null, 2)} />
          </div>
        ))}
      </div>
    </section>
  ));
}

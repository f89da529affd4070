import styles from './described.module.css';

type Schema = Readonly<Record<string, unknown>>;

/** Values by name, with what a JSON Schema calls them, as deep as they go. What the service has masked stands as it came. */
export function Described({
  values,
  schema,
}: {
  readonly values: Readonly<Record<string, unknown>>;
  readonly schema?: Schema | undefined;
}) {
  return (
    <dl className={styles['values']} translate="no">
      {Object.entries(values).map(([name, value]) => (
        <div key={name}>
          <dt title={name}>{titleOf(schema, name)}</dt>
          <dd>
            <Value value={value} schema={fieldOf(schema, name)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ value, schema }: { readonly value: unknown; readonly schema: Schema | undefined }) {
  if (Array.isArray(value)) {
    return (
      <ol>
        {value.map((each: unknown, index) => (
          <li key={index}>
            <Value value={each} schema={schema?.['items'] as Schema | undefined} />
          </li>
        ))}
      </ol>
    );
  }
  if (typeof value === 'object' && value !== null) return <Described values={value as Record<string, unknown>} schema={schema} />;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fieldOf(schema: Schema | undefined, name: string): Schema | undefined {
  return (schema?.['properties'] as Readonly<Record<string, Schema>> | undefined)?.[name];
}

function titleOf(schema: Schema | undefined, name: string): string {
  const title = fieldOf(schema, name)?.['title'];
  return typeof title === 'string' ? title : name;
}

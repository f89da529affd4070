import Form from '@rjsf/core';
import { type ReactNode, useMemo } from 'react';
import { useItemWords } from '../../app/data-items.ts';
import { faultOf } from './expected.ts';
import styles from './schema-form.module.css';
import { schemaFormTexts } from './texts.ts';
import { titled } from './titled.ts';
import { validatorFor } from './validator.ts';

export interface SchemaFormProps {
  /** The id by which a button outside of it sends it: `<button form={id} type="submit">`. */
  readonly id: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  readonly onChange: (data: unknown) => void;
  /** Called with what is right by the schema, and with nothing else. */
  readonly onSubmit: (data: Record<string, unknown>) => void;
  readonly children?: ReactNode;
}

/** A form for what a JSON Schema describes. Labels are the titles of the data items, then the schema's own, then its names. */
export function SchemaForm({ id, schema, data, onChange, onSubmit, children }: SchemaFormProps) {
  const say = schemaFormTexts.use();
  const words = useItemWords();
  const shown = useMemo(() => titled(schema, words), [schema, words]);
  const validator = useMemo(() => validatorFor((keyword, field) => faultOf(keyword, field, say)), [say]);
  return (
    <Form
      id={id}
      className={styles['form'] ?? ''}
      schema={shown}
      formData={data}
      validator={validator}
      uiSchema={{ 'ui:submitButtonOptions': { norender: true } }}
      showErrorList={false}
      noHtml5Validate
      focusOnFirstError
      onChange={({ formData }) => onChange(formData)}
      // What is wrong stands at its field; without this it would go to the browser's console.
      onError={() => undefined}
      onSubmit={({ formData }) => onSubmit((formData ?? {}) as Record<string, unknown>)}
    >
      {children ?? <></>}
    </Form>
  );
}

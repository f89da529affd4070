import type { ItemWords } from '../../../app/data-items.ts';
import { itemAt, type Schema } from '../../../parts/schema-form/titled.ts';
import type { Source } from './data-flow.ts';

/** What names the fields of a case: the form's own titles, and the data items in the schemas of the form and of what steps take and give. */
export interface FieldSchemas {
  readonly form: Schema;
  /** Of a field of the form, in the language of the page. */
  readonly formTitle: (field: string) => string | undefined;
  readonly takes: (step: string) => Schema | undefined;
  readonly gives: (step: string) => Schema | undefined;
}

/** What a field is called that was handed over: as in the form if it is one of its fields, else by its data item, else as in JSON. */
export function fieldName(
  { step, field, source }: { readonly step: string | undefined; readonly field: string; readonly source: Source },
  schemas: FieldSchemas,
  words: ItemWords,
): string {
  const own = source.kind === 'form' ? schemas.formTitle(source.path) : undefined;
  const taken = step === undefined ? undefined : words.titleOf(itemAt(schemas.takes(step), [field]));
  return own ?? taken ?? sourceTitle(source, schemas, words) ?? field;
}

/** What a source is called, from the outermost field in: `法定代表人 › 姓名`; a part that nothing is known of as it is in JSON. */
export function sourceName(source: Exclude<Source, { readonly kind: 'definition' }>, schemas: FieldSchemas, words: ItemWords): string {
  const path = source.path.split('.');
  return path.map((part, index) => titleOf({ ...source, path: path.slice(0, index + 1).join('.') }, schemas, words) ?? part).join(' › ');
}

/** Of the innermost field. */
function sourceTitle(source: Source, schemas: FieldSchemas, words: ItemWords): string | undefined {
  return source.kind === 'definition' ? undefined : titleOf(source, schemas, words);
}

function titleOf(source: Exclude<Source, { readonly kind: 'definition' }>, schemas: FieldSchemas, words: ItemWords): string | undefined {
  const path = source.path.split('.');
  switch (source.kind) {
    case 'form':
      return schemas.formTitle(source.path) ?? words.titleOf(itemAt(schemas.form, path));
    case 'applicant':
      return words.titleOf(`applicant.${kebab(source.path)}`);
    case 'step':
      return words.titleOf(itemAt(schemas.gives(source.step), path));
  }
}

/** Data items of an applicant are called like its fields: `idNumber` is `applicant.id-number`. */
function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

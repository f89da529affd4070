import { z } from 'zod';
import { bodyJsonSchema } from '../body-json-schema.ts';
import { bilingual, type Bilingual } from '../bilingual.ts';

/**
 * Who may have events of a type, in the three categories of 政务信息资源共享管理暂行办法 (国发〔2016〕51号), article 9: `unconditional`
 * 无条件共享, every agency that has a use for it; `conditional` 有条件共享, those that its owner has approved; `none` 不予共享, nobody outside.
 * 政务数据共享条例 (State Council order 809, in force since 1 August 2025) has the same three; its article, and whether it has put the
 * measures of 2016 out of force, are unverified.
 */
export const sharing = z.enum(['unconditional', 'conditional', 'none']);
export type Sharing = z.infer<typeof sharing>;

/** How long the hub keeps events of a type: as long as the case that they tell of, or as long as software needs them. */
export const retention = z.enum(['case', 'technical']);
export type Retention = z.infer<typeof retention>;

/** The owner of a type that every service writes. */
export const EVERY_SERVICE = '*';

/** What the catalogue says of a type of event beside its name and its schema. */
export interface AboutEvent<Schema extends z.ZodType> {
  readonly title: Bilingual;
  /** What has happened, and when it is sent. */
  readonly description: Bilingual;
  readonly sharing: Sharing;
  readonly retention: Retention;
  readonly example: z.input<Schema>;
}

/** A type of event, described once: schemas, catalogue and documents follow from it. */
export interface EventType<Type extends string = string, Schema extends z.ZodType = z.ZodType> extends AboutEvent<Schema> {
  /** `gov.hengtong.<noun>.<past-participle>.v<n>` */
  readonly type: Type;
  /** The service that writes it, on its own topic; `EVERY_SERVICE` if each does. */
  readonly owner: string;
  /** Of the body. Each field names its data item and its sensitivity. */
  readonly schema: Schema;
}

/** Declares the types of one owner that are kept alike. */
export const eventsOf =
  (owner: string, keeping: Retention) =>
  <const Type extends string, Schema extends z.ZodType>(
    type: Type,
    schema: Schema,
    about: Omit<AboutEvent<Schema>, 'retention'>,
  ): EventType<Type, Schema> => ({ type, owner, retention: keeping, schema, ...about });

const json = z.record(z.string(), z.unknown());

/** A type of event as plain data, for those who do not read zod: in manifests of departments, and in the catalogue. */
export const EventDescription = z.object({
  title: bilingual,
  description: bilingual.describe('What has happened, and when it is sent'),
  sharing,
  retention,
  schema: json.describe('JSON Schema 2020-12 of the body'),
  example: json.describe('A body'),
});
export type EventDescription = z.infer<typeof EventDescription>;

/** The plain data of a type of event. */
export const describeEvent = ({ type, schema, example, ...about }: Omit<EventType, 'owner'>): EventDescription =>
  EventDescription.parse({ ...about, schema: bodyJsonSchema(type, schema), example });

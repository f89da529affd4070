import type { CataloguedEvent, Retention, TopicRights } from '@hengtong/contracts';

/** Every type of event that is known, and who reads and writes which topic. */
export class Catalogue {
  readonly types: readonly CataloguedEvent[];
  readonly access: readonly TopicRights[];
  /** Where the bus is, as documents name it. */
  readonly broker: { readonly address: string; readonly isSecure: boolean };
  private readonly byType: ReadonlyMap<string, CataloguedEvent>;

  constructor(types: readonly CataloguedEvent[], access: readonly TopicRights[], broker: Catalogue['broker']) {
    this.types = types;
    this.access = access;
    this.broker = broker;
    this.byType = new Map(types.map((each) => [each.type, each]));
  }

  find(type: string): CataloguedEvent | undefined {
    return this.byType.get(type);
  }

  /** How long events of a type are kept. Of a type that is not known, nobody can say that it may go earlier. */
  retentionOf(type: string): Retention {
    return this.byType.get(type)?.retention ?? 'case';
  }
}

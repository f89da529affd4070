/** Texts by key, in groups as deep as one likes. `{{name}}` stands for a value. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

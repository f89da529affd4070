/** What was typed is no command, or not all of one: the usage is shown with it. */
export class Misunderstood extends Error {
  override name = 'Misunderstood';
}

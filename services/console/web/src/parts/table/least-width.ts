/** Pixels for the menu of the columns. */
const MENU = 28;

/** Pixels under which columns are not narrowed: then the table scrolls. All rows are as wide, so that their columns line up. */
export function leastWidth(columns: readonly { readonly width: string }[]): number {
  return columns.reduce((sum, { width }) => sum + Number(/(\d+)px/.exec(width)?.[1] ?? 0), MENU);
}

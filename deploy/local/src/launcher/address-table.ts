/** One line of the table: what it is, and where. */
export interface AddressRow {
  name: string;
  title: string;
  address: string;
}

/** The table of addresses as text, its columns aligned. A Chinese character takes two columns of a terminal. */
export function addressTable(rows: readonly AddressRow[]): string {
  const width = (of: keyof AddressRow) => Math.max(...rows.map((row) => columns(row[of])));
  const [name, title] = [width('name'), width('title')];
  return rows.map((row) => `  ${pad(row.name, name)}  ${pad(row.title, title)}  ${row.address}`).join('\n');
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** How many columns of a terminal a text takes: two for what East Asian Width (UAX #11) calls wide, one for the rest. */
export function columns(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character) ? 2 : 1),
    0,
  );
}

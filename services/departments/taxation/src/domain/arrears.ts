import type { Ground } from '@hengtong/national-standards';

/** What a person owes in taxes. */
export interface Arrears {
  /** Yuan. */
  readonly amount: number;
  /** RFC 3339, of the oldest demand that is open. */
  readonly since?: string;
}

export const NO_ARREARS: Arrears = { amount: 0 };

/**
 * Ground against a legal representative with taxes in arrears. 税收征收管理法, article 44, has taxpayers in arrears and their legal
 * representatives settle before they leave the country; that tax authorities keep a new registration back for it is practice in many
 * places, and no article that we could verify.
 */
export function arrearsGround({ amount, since }: Arrears): Ground | undefined {
  if (amount <= 0) return undefined;
  const sinceWhen = since === undefined ? '' : ` since ${since.slice(0, 10)}`;
  return {
    code: 'tax.arrears',
    law: '税收征收管理法 44',
    reason: `The legal representative has owed ${amount.toFixed(2)} yuan in taxes${sinceWhen}: settle them, then apply again.`,
  };
}

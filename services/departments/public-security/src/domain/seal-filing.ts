import { creditCodeGround, identityNumberGround, type Ground } from '@hengtong/national-standards';

/** 国务院关于国家行政机关和企业事业单位社会团体印章管理的规定 (国发〔1999〕25号); article 23 sends the engraving to public security (unverified). */
export const sealOnFile: Ground = {
  code: 'seal.already-filed',
  law: '国发〔1999〕25号 23',
  reason: 'The enterprise has a seal on file already: it must be handed in before another is engraved.',
};

export interface SealFiling {
  readonly uscc: string;
  readonly representative: { readonly idNumber: string };
}

/** Ground against the filing of a seal: whose enterprise it is, or who answers for it, is not certain. `now` is RFC 3339. */
export const sealFilingGround = ({ uscc, representative }: SealFiling, now: string): Ground | undefined =>
  creditCodeGround(uscc) ?? identityNumberGround(representative.idNumber, 'the legal representative', now);

import { creditCodeGround, identityNumberGround, type Ground } from '@hengtong/national-standards';

/** 税收征收管理法, article 15: an enterprise registers once, within thirty days of its licence. */
export const taxpayerOnRegister: Ground = {
  code: 'tax.already-registered',
  law: '税收征收管理法 15',
  reason: 'The enterprise is on the register of taxpayers already.',
};

export interface Registration {
  readonly uscc: string;
  readonly representative: { readonly idNumber: string };
}

/** Ground against a registration by the numbers that it rests on. `now` is RFC 3339. */
export const registrationGround = ({ uscc, representative }: Registration, now: string): Ground | undefined =>
  creditCodeGround(uscc) ?? identityNumberGround(representative.idNumber, 'the legal representative', now);

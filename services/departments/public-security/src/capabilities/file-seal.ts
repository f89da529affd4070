import { capability, completed, recordsBy, refused } from '@hengtong/department-kit';
import { sealFilingGround, sealOnFile } from '../domain/seal-filing.ts';
import { sealNumberOf } from '../domain/seal-number.ts';
import { sealFiled } from '../events.ts';
import { FileSeal, SealFiled } from './schemas.ts';

const sealsOf = recordsBy('seal', 'uscc');

export const fileSeal = capability('seal.file', {
  title: { zh: '公章刻制备案', en: 'File the seal of an enterprise' },
  input: FileSeal,
  output: SealFiled,
  compensation: { name: 'seal.void', title: { zh: '公章备案作废', en: 'Void the seal of an enterprise' } },

  async handle({ input, decided, division, now, load, nextNumber, issue }) {
    const ground = sealFilingGround(input, now);
    if (ground) return refused(ground.code, ground);
    // Asked together: a refusal leaves a gap in the serials, and a round trip is saved.
    const [onFile, serial] = await Promise.all([load(sealsOf, input.uscc), nextNumber('seal_serials')]);
    if (onFile.length > 0) return refused(sealOnFile.code, sealOnFile);

    const sealNumber = decided.sealNumber ?? sealNumberOf(division, serial);
    issue({ type: 'seal', id: sealNumber, data: { ...input, sealNumber } });
    return completed({ sealNumber }, sealFiled({ uscc: input.uscc, sealNumber }));
  },
});

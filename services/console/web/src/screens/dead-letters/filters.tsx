import { useKnownServices } from '../../app/names.ts';
import { partsTexts } from '../../parts/index.ts';
import { titleIn } from '../../texts/index.ts';
import styles from '../../parts/filters.module.css';
import { statuses } from './filter.ts';
import { texts } from './texts.ts';

interface FiltersProps {
  readonly params: URLSearchParams;
  readonly set: (name: string, value: string) => void;
}

/** What is shown, chosen field by field; it stands in the address. */
export function Filters({ params, set }: FiltersProps) {
  const say = texts.use();
  const word = partsTexts.use();
  const { data: services } = useKnownServices();
  return (
    <div className={styles['filters']}>
      <label>
        {say('filter.status')}
        <select value={params.get('status') ?? 'waiting'} onChange={(event) => set('status', event.target.value)}>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {word(`status.${status}`)}
            </option>
          ))}
          <option value="all">{say('filter.all')}</option>
        </select>
      </label>
      <label>
        {say('filter.service')}
        <select value={params.get('service') ?? ''} onChange={(event) => set('service', event.target.value)}>
          <option value="">{say('filter.all')}</option>
          {services
            ?.filter(({ kind }) => kind !== 'identity')
            .map(({ name, title }) => (
              <option key={name} value={name} translate="no">
                {titleIn(title)}
              </option>
            ))}
        </select>
      </label>
      {(['code', 'topic', 'case', 'q'] as const).map((name) => (
        <label key={name}>
          {say(`filter.${name}`)}
          <input
            value={params.get(name) ?? ''}
            size={name === 'case' ? 20 : 14}
            onChange={(event) => set(name, event.target.value.trimStart())}
          />
        </label>
      ))}
    </div>
  );
}

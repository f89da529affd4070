import { detailAt, type Subscription } from '../../api/index.ts';
import { Field } from '../../parts/index.ts';
import { FilterLine, useEventFields } from '../../parts/filter-line/index.ts';
import { texts } from './texts.ts';
import { lineOf, wishIn } from './wish.ts';

type Delivery = Subscription['delivery'];

/** What is being written. `line` is undefined where the filters are more than a line can say: then they stay as they are. */
export interface Draft {
  readonly sink: string;
  readonly line: string | undefined;
  readonly isOrdered: boolean;
  readonly rate: string;
  readonly description: string;
}

export const emptyDraft: Draft = { sink: '', line: '', isOrdered: false, rate: '', description: '' };

export function draftOf(subscription: Subscription): Draft {
  return {
    sink: subscription.sink ?? '',
    line: lineOf(subscription),
    isOrdered: subscription.ordered,
    rate: subscription.ratePerSecond?.toString() ?? '',
    description: subscription.description ?? '',
  };
}

/** The first thing that is missing or wrong. */
export function faultIn({ sink, line, rate }: Draft, delivery: Delivery): 'sink' | 'line' | 'rate' | undefined {
  if (delivery === 'webhook' && !/^https?:\/\/\S+$/.test(sink.trim())) return 'sink';
  if (line !== undefined && wishIn(line).faults.length > 0) return 'line';
  return rate === '' || /^[1-9]\d{0,3}$|^10000$/.test(rate) ? undefined : 'rate';
}

/** What a new subscription is asked for with; a webhook has more to say. */
export function wishOf({ sink, line, isOrdered, rate, description }: Draft, delivery: Delivery) {
  const { types, filters, ...rest } = wishIn(line ?? '').wish;
  return {
    ...rest,
    ...(types && { types: [...types] }),
    ...(filters && { filters: [...filters] }),
    ...(description.trim() !== '' && { description: description.trim() }),
    ...(delivery === 'webhook' && { sink: sink.trim(), ordered: isOrdered, ...(rate !== '' && { ratePerSecond: Number(rate) }) }),
  };
}

/** What a subscription is changed to: what was taken out is taken away. */
export function changeOf(draft: Draft, delivery: Delivery) {
  const { types = null, source = null, filters = null, description = null, ...rest } = wishOf(draft, delivery);
  return {
    ...(draft.line !== undefined && { types, source, filters }),
    description,
    ...(delivery === 'webhook' && { ratePerSecond: null }),
    ...rest,
  };
}

interface WishFormProps {
  readonly draft: Draft;
  readonly delivery: Delivery;
  readonly onDraft: (draft: Draft) => void;
  /** What the hub said to it, if it did not take it. */
  readonly error: unknown;
}

const check = (line: string) => wishIn(line).faults;

/** What is wished of a subscription: which events, and for a webhook where and how. */
export function WishForm({ draft, delivery, onDraft, error }: WishFormProps) {
  const say = texts.use();
  const fields = useEventFields();
  const filterFault = detailAt(error, '/filters');
  const change = (part: Partial<Draft>): void => onDraft({ ...draft, ...part });
  return (
    <>
      {delivery === 'webhook' && (
        <Field label={say('make.sink')} hint={say('make.sinkHint')} error={detailAt(error, '/sink')}>
          <input
            type="url"
            value={draft.sink}
            maxLength={2000}
            placeholder="https://stats.example.gov.cn/hook"
            onChange={({ target }) => change({ sink: target.value })}
          />
        </Field>
      )}
      <div>
        <h3>{say('make.filter')}</h3>
        {draft.line === undefined ? (
          <p>{say('make.filterByProgram')}</p>
        ) : (
          <FilterLine
            label={say('make.filter')}
            placeholder={say('make.filterHint')}
            value={draft.line}
            fields={fields}
            check={check}
            onType={(line) => change({ line })}
          />
        )}
        {filterFault !== undefined && <p role="alert">{filterFault}</p>}
      </div>
      {delivery === 'webhook' && (
        <>
          <Field label={say('make.rate')} hint={say('make.rateHint')} error={detailAt(error, '/ratePerSecond')}>
            <input inputMode="numeric" value={draft.rate} maxLength={5} onChange={({ target }) => change({ rate: target.value.trim() })} />
          </Field>
          <label>
            <input type="checkbox" checked={draft.isOrdered} onChange={({ target }) => change({ isOrdered: target.checked })} />{' '}
            {say('make.ordered')}
          </label>
        </>
      )}
      <Field label={say('make.description')} error={detailAt(error, '/description')}>
        <input value={draft.description} maxLength={500} onChange={({ target }) => change({ description: target.value })} />
      </Field>
    </>
  );
}

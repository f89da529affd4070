import { useCallback, useMemo, useRef, useState } from 'react';
import type { CloudEvent } from '../../api/index.ts';
import { NO_CASE, useCaseIds } from '../../app/case-codes.ts';
import { Empty, Page, ProblemNotice, Split, useAddress } from '../../parts/index.ts';
import { caseCodesIn, eventQueryOf, type Fault, FilterLine, type Line, parseLine, useEventFields } from '../../parts/filter-line/index.ts';
import { EventList } from './event-list.tsx';
import { EventPanel } from './event-panel.tsx';
import { addressOf, eventIn } from './opened.ts';
import { RateLine } from './rate-line.tsx';
import { StreamBar } from './stream-bar.tsx';
import type { Tail, TailState } from './tail.ts';
import { texts } from './texts.ts';
import { useTail } from './use-tail.ts';

/** Whether a code is that of a case is found out when the line holds. */
const check = (line: string): readonly Fault[] => eventQueryOf(parseLine(line), () => NO_CASE).faults;

/** What happens, as it does: the newest at the top, what has happened by scrolling on, one event beside the list. */
export function Events() {
  const say = texts.use();
  const [params, set] = useAddress();
  const line = params.get('q') ?? '';
  const parsed = useMemo(() => parseLine(line), [line]);
  const ids = useCaseIds(caseCodesIn(parsed));
  const asked = eventQueryOf(parsed, (code) => ids.get(code) ?? undefined);
  // A line that cannot be read leaves the list as it was.
  const readable = useRef<typeof asked.query>(undefined);
  if (asked.faults.length === 0) readable.current = asked.query;
  const { tail, state } = useTail(readable.current);
  const fields = useEventFields();
  return (
    <Page title={say('title')} isFull actions={tail && <RateLine rate={tail.rate} />}>
      <FilterLine
        label={say('filter')}
        placeholder={say('example')}
        value={line}
        fields={fields}
        check={check}
        refused={unknownIn(parsed, ids) ?? refusalIn(state, line)}
        onApply={(next) => set('q', next)}
      />
      {tail ? (
        <Stream
          key={tail.name}
          tail={tail}
          state={state}
          opened={eventIn(params)}
          onOpen={(event) => set('event', event ? addressOf(event) : '')}
        />
      ) : (
        <Empty title={say('unread')} />
      )}
    </Page>
  );
}

interface StreamProps {
  readonly tail: Tail;
  readonly state: TailState;
  readonly opened: Pick<CloudEvent, 'id' | 'subject'> | undefined;
  readonly onOpen: (event: Pick<CloudEvent, 'id' | 'subject'> | undefined) => void;
}

/** The list under one filter. Whoever reads holds it: by scrolling down, by choosing a row, by the button. */
function Stream({ tail, state, opened, onOpen }: StreamProps) {
  const say = texts.use();
  const scroll = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const isHeldFor = useRef({ button: false, scroll: false, focus: false });
  const goOn = useCallback(() => {
    isHeldFor.current = { button: false, scroll: false, focus: false };
    setChosen(undefined);
    tail.release();
    scroll.current?.scrollTo({ top: 0 });
  }, [tail]);
  const choose = useCallback(
    (id: string) => {
      setChosen(id);
      tail.hold();
    },
    [tail],
  );
  const isHeld = useCallback(() => Object.values(isHeldFor.current).some(Boolean), []);
  const letGo = (): void => {
    if (!isHeld() && chosen === undefined) tail.release();
  };
  const scrolled = (top: number): void => {
    isHeldFor.current.scroll = top > 0;
    if (top > 0) tail.hold();
    else letGo();
  };
  const focused = (isInRow: boolean): void => {
    isHeldFor.current.focus = isInRow;
    if (isInRow) tail.hold();
    else letGo();
  };
  const close = useCallback(() => {
    onOpen(undefined);
    if (!isHeld()) goOn();
  }, [onOpen, goOn, isHeld]);
  return (
    <>
      <StreamBar
        tail={tail}
        state={state}
        onGoOn={goOn}
        onPause={() => {
          isHeldFor.current.button = true;
          tail.hold();
        }}
      />
      {state.kind === 'refused' && state.problem.status !== 422 && <ProblemNotice error={state.problem} />}
      <Split
        title={say('one.title')}
        onClose={close}
        beside={opened && <EventPanel key={opened.id} of={opened} tail={tail} onOpen={onOpen} />}
      >
        <EventList
          scroll={scroll}
          tail={tail}
          chosen={chosen}
          opened={opened?.id}
          onChoose={choose}
          onOpen={(event) => {
            choose(event.id);
            onOpen(event);
          }}
          onScroll={scrolled}
          onFocus={focused}
        />
      </Split>
    </>
  );
}

/** The first code that is of no case. */
function unknownIn({ tokens }: Line, ids: ReadonlyMap<string, string | null>): Fault | undefined {
  const token = tokens.find(({ key, value }) => key === 'case' && ids.get(value.toUpperCase()) === null);
  return token && { from: token.valueFrom, to: token.to, code: 'no-case', what: token.value };
}

/** What the hub had against the filter, at the condition that it can only be about. */
function refusalIn(state: TailState, line: string): Fault | undefined {
  if (state.kind !== 'refused' || (state.problem.status !== 422 && state.problem.status !== 400)) return undefined;
  const condition = parseLine(line).tokens.find(({ key }) => key === 'cel');
  const what = state.problem.errors[0]?.detail ?? state.problem.message;
  return { from: condition?.from ?? 0, to: condition?.to ?? line.length, code: 'refused', what };
}

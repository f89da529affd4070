export { follow, type CaseFlow, type Count, type Failure, type FlowEvent, type OpenStep, type Phase } from './case-flow.ts';
export { addTo, bucketOf, type Histogram, quantileOf, quantilesOf, secondsOf } from './histogram.ts';
export { type CounterTable, counterTables, Tallies, type Tally } from './tally.ts';

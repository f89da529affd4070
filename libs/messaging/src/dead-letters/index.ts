export { DeadLetters } from './dead-letters.ts';
export { deadLetterAt, deadLetters, type NewDeadLetter, placeOf } from './record.ts';
export { CountChanged, DeadLetterRefusal } from './refusals.ts';

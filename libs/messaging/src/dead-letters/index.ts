export { DeadLetterRefusal, DeadLetters } from './dead-letters.ts';
export { deadLetterAt, deadLetters, type NewDeadLetter, placeOf } from './record.ts';

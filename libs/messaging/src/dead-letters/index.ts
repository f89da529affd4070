export { DeadLetterRefusal, DeadLetters } from './dead-letters.ts';
export { deadLetters, type NewDeadLetter } from './record.ts';

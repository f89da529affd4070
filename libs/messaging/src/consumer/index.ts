export { Intake, UnacceptableMessage, type IntakeOptions, type MessageHandler } from './intake.ts';

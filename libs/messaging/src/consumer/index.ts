export { Intake, type IntakeOptions, type MessageHandler } from './intake.ts';

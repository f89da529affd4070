export { Intake, type IntakeOptions, type Keeper, type MessageHandler, UnacceptableMessage } from './intake.ts';

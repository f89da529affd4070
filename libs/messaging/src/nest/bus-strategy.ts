import type { Message } from '@hengtong/contracts';
import { Ctx, type CustomTransportStrategy, MessagePattern, Payload, Server } from '@nestjs/microservices';
import { applyDecorators, Catch, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { isObservable, lastValueFrom, type Observable, throwError } from 'rxjs';
import type { Intake } from '../consumer/index.ts';
import type { Unit } from '../unit-of-work/index.ts';

/** What Nest makes of a controller's method. It gives an observable, whatever the method gives. */
type NestHandler = (message: Message, unit: Unit) => Promise<unknown>;

/**
 * Brings messages of the bus to Nest's controllers. Nest's own Kafka transport takes one message at a time; here a batch is one
 * transaction, and a controller's method is still written for one message: `@Takes(type) method(@FromMessage() message, @InUnit() unit)`.
 */
export class BusStrategy extends Server implements CustomTransportStrategy {
  private readonly intake: Intake;

  constructor(intake: Intake) {
    super();
    this.intake = intake;
  }

  listen(started: () => void): void {
    for (const [type, handler] of this.messageHandlers) {
      this.intake.on(type, async (message, unit) => {
        const answer = await (handler as unknown as NestHandler)(message, unit);
        if (isObservable(answer)) await lastValueFrom(answer, { defaultValue: undefined });
      });
    }
    started();
  }

  /** Consuming is stopped by who began it, before the database goes. */
  close(): void {}

  on(): void {}

  unwrap<T>(): T {
    return this.intake as T;
  }
}

/** Errors of a handler reach the intake as they are; Nest would put “Internal server error” in their place. */
@Catch()
export class PassOn implements RpcExceptionFilter<Error> {
  catch(error: Error): Observable<never> {
    return throwError(() => error);
  }
}

/** Marks the method that takes messages of these types; what it throws reaches the intake as it is. */
export const Takes = (...types: string[]): MethodDecorator => applyDecorators(MessagePattern(types), UseFilters(PassOn));

export { Ctx as InUnit, Payload as FromMessage };

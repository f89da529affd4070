import type { LucideIcon } from 'lucide-react';
import type { RouteObject } from 'react-router';
import type { Session } from '../api/index.ts';
import type { Right } from './session.tsx';

/** A screen: all that the frame has to know of it. It stands in `screens/<name>/screen.ts`, and nothing else names it. */
export interface Screen {
  /** Its addresses, each drawn by code that is loaded when it is opened. */
  readonly routes: readonly RouteObject[];
  /** Its place in the navigation; none for what is reached from other screens only. */
  readonly place?: {
    /** Where it leads. */
    readonly to: string;
    readonly title: () => string;
    readonly icon: LucideIcon;
    /** Smaller stands higher. Tens, so that another fits between. */
    readonly order: number;
  };
  /** Without this right the screen is not offered; whoever comes by its address is told which right is missing. */
  readonly needs?: Right;
  /** For whom it is at all; default everybody. */
  readonly isFor?: (session: Session) => boolean;
  /** For whom it is the first page; default nobody. Who has none, begins with the first that is offered. */
  readonly isHomeFor?: (session: Session) => boolean;
  /** Where the command palette leads for a text that was typed, if that text means something here. */
  readonly find?: (text: string) => readonly Found[];
}

export interface Found {
  readonly title: string;
  readonly to: string;
}

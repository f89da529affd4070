import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { isTyping } from '../parts/index.ts';
import type { Screen } from './screen.ts';

interface Shortcuts {
  readonly offered: readonly Screen[];
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

/** Keys that hold everywhere: `/` and Ctrl-K search, `?` helps, `g` and then a digit goes to that page of the navigation. */
export function useShortcuts({ offered, onPalette, onHelp }: Shortcuts): void {
  const navigate = useNavigate();
  useEffect(() => {
    let isGoing = false;
    const listen = (event: KeyboardEvent): void => {
      const isCommand = (event.ctrlKey || event.metaKey) && event.key === 'k';
      if (isCommand || (event.key === '/' && !isTyping(event.target))) {
        event.preventDefault();
        return onPalette();
      }
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      const place = isGoing ? offered[Number(event.key) - 1]?.place : undefined;
      isGoing = event.key === 'g';
      if (place) void navigate(place.to);
      else if (event.key === '?') onHelp();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [offered, onPalette, onHelp, navigate]);
}

import { useEffect } from 'react';

/** Where keys mean letters, they are no shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

export interface RowKeys {
  readonly count: number;
  readonly active: number;
  readonly onMove: (to: number) => void;
  readonly onOpen: (index: number) => void;
}

/** `j` and `k` go down and up, `Enter` opens, from anywhere on the page where nothing is typed and no dialog is open. */
export function useRowKeys({ count, active, onMove, onOpen }: RowKeys): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey || document.querySelector('[role=dialog]')) return;
      if (event.key === 'j') onMove(Math.min(active + 1, count - 1));
      else if (event.key === 'k') onMove(Math.max(active - 1, 0));
      else if (event.key === 'Enter' && active >= 0 && !isControl(event.target)) onOpen(active);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [count, active, onMove, onOpen]);
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('a, button, [role=tab], [role=menuitem]') !== null;
}

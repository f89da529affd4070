import { lazy, Suspense } from 'react';
import type { CodeViewProps } from './code-mirror.tsx';

// Nearly half as large as all that the page begins with: loaded when there is code to be seen.
const CodeMirror = lazy(async () => ({ default: (await import('./code-mirror.tsx')).CodeMirror }));

/** JSON or YAML to read: coloured, folded, searched; only what is seen is drawn, so that a megabyte is no burden. */
export function CodeView(props: CodeViewProps) {
  return (
    <Suspense fallback={<span className="skeleton" />}>
      <CodeMirror {...props} />
    </Suspense>
  );
}

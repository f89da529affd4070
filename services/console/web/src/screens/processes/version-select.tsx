import { useSearchParams } from 'react-router';
import type { ProcessSummary } from '../../api/index.ts';
import styles from './process-page.module.css';
import { texts } from './texts.ts';

/** Which version is shown, in the address; where there is but one there is nothing to choose. */
export function VersionSelect({ shown, summary }: { readonly shown: number; readonly summary: ProcessSummary | undefined }) {
  const say = texts.use();
  const [, setParams] = useSearchParams();
  const word = (version: number): string => say(version === summary?.version ? 'versionNow' : 'version', { version });
  if (!summary || summary.versions.length < 2) return <span className={styles['version']}>{word(shown)}</span>;
  return (
    <select
      className={styles['choose']}
      aria-label={say('choose')}
      value={shown}
      onChange={(event) => setParams({ version: event.target.value }, { replace: true })}
    >
      {summary.versions.map(({ version }) => (
        <option key={version} value={version}>
          {word(version)}
        </option>
      ))}
    </select>
  );
}

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import styles from './icon-button.module.css';
import { partsTexts } from './parts-texts.ts';

/** Copies a text by one click, and says that it did. `label` says what is copied, where the icon stands alone. */
export function CopyButton({ text, label }: { readonly text: string; readonly label?: string }) {
  const say = partsTexts.use();
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  const name = isCopied ? say('copied') : (label ?? say('copy'));
  return (
    <button
      type="button"
      className={styles['button']}
      aria-label={name}
      title={name}
      onClick={(event) => {
        event.stopPropagation();
        void copy();
      }}
      onBlur={() => setCopied(false)}
      onMouseLeave={() => setCopied(false)}
    >
      {isCopied ? <Check size={12} aria-hidden="true" /> : <Copy size={12} aria-hidden="true" />}
      <span className="unseen" role="status">
        {isCopied && say('copied')}
      </span>
    </button>
  );
}

import { json } from '@codemirror/lang-json';
import { yaml } from '@codemirror/lang-yaml';
import { defaultHighlightStyle, foldGutter, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import styles from './code-mirror.module.css';
import { usePhrases } from './texts.ts';

/** The colours of the page, so that both themes are served by one style. */
const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--compensating)' },
  { tag: tags.comment, color: 'var(--ink-2)', fontStyle: 'italic' },
]);

const theme = EditorView.theme({
  '&': { backgroundColor: 'var(--ground)', color: 'var(--ink)', fontSize: '12px', height: '100%' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '18px' },
  '.cm-gutters': { backgroundColor: 'var(--ground-2)', color: 'var(--ink-2)', border: 'none' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
});

export interface CodeViewProps {
  readonly text: string;
  readonly language: 'json' | 'yaml';
  /** Said to those who cannot see that it is code. */
  readonly label: string;
}

/** What `CodeView` shows code by. */
export function CodeMirror({ text, language, label }: CodeViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const phrases = usePhrases();
  useEffect(() => {
    if (!place.current) return;
    const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
    const view = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorView.cspNonce.of(nonce),
          EditorState.readOnly.of(true),
          EditorState.phrases.of(phrases),
          // Reached by the keyboard, so that it can be scrolled and searched; typed into it cannot be.
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({ 'aria-label': label, translate: 'no', tabindex: '0' }),
          lineNumbers(),
          foldGutter(),
          search(),
          keymap.of(searchKeymap),
          EditorView.lineWrapping,
          language === 'json' ? json() : yaml(),
          syntaxHighlighting(colours),
          syntaxHighlighting(defaultHighlightStyle, { fallback: true }),
          theme,
        ],
      }),
    });
    return () => view.destroy();
    // In another language the label is another, too: the phrases change with it.
  }, [text, language, label]);
  return <div ref={place} className={styles['code']} />;
}

import type { TriedFile } from '@potok/contracts';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { CopyButton } from '../page/copy-button.js';
import { indentXml } from './indent-xml.js';

/** Files that a step has built. Paper stays light, also on a dark page. */
export const TriedFiles = ({ files }: { readonly files: readonly TriedFile[] }) => {
  const { trying } = useEditorTexts();
  return (
    <>
      {files.map(({ name, contentType, text }, index) => (
        <figure key={index} className="tried-file">
          <figcaption>
            <span className="mono">{name}</span>
            {text === undefined ? null : <CopyButton value={text} />}
          </figcaption>
          {text === undefined ? (
            <p className="dim">{trying.notText}</p>
          ) : (
            <pre className="mono" tabIndex={0} aria-label={name}>
              {contentType.includes('xml') ? indentXml(text) : text}
            </pre>
          )}
        </figure>
      ))}
    </>
  );
};

import type { DocumentDetailView } from '@potok/contracts';
import { IconDownload, IconWritingSign } from '@tabler/icons-react';
import { useTexts } from '../app/texts/use-texts.js';
import { useInWorkspace } from '../app/use-workspace.js';

interface DownloadProps {
  readonly href: string;
  readonly label: string;
  readonly words: string;
}

const Download = ({ href, label, words }: DownloadProps) => (
  <a href={href} download aria-label={label} className="download">
    <IconDownload size={14} aria-hidden />
    {words}
  </a>
);

/** Titles as they were signed and sent, byte for byte, each with its detached signature. */
export const DocumentFiles = ({ document }: { readonly document: DocumentDetailView }) => {
  const { documents } = useTexts();
  const path = useInWorkspace();
  const base = `/api${path(`/documents/${document.id}/titles`)}`;
  return (
    <section>
      <h2 className="section-title">{documents.files}</h2>
      {document.titles.length === 0 ? <p className="dim">{documents.filesEmpty}</p> : null}
      <ul className="files">
        {document.titles.map(({ sha256, role, fileName, isSigned, signer }) => (
          <li key={sha256}>
            <strong>{documents.roles[role] ?? role}</strong>
            <span className={isSigned ? 'state state-green' : 'dim'}>
              {isSigned ? <IconWritingSign size={14} aria-hidden /> : null}
              {isSigned ? documents.signedBy(signer ?? '') : documents.unsigned}
            </span>
            <span className="mono dim file-name">{fileName}</span>
            <span className="file-links">
              <Download href={`${base}/${sha256}`} label={documents.downloadXml(fileName)} words={documents.xml} />
              {isSigned ? (
                <Download
                  href={`${base}/${sha256}/signature`}
                  label={documents.downloadSignature(fileName)}
                  words={documents.signature}
                />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

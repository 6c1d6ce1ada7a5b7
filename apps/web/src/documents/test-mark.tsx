import { useTexts } from '../app/texts/use-texts.js';

/** What was signed by a software key binds nobody, and is said so wherever it is seen. */
export const TestMark = ({ isShort = false }: { readonly isShort?: boolean }) => {
  const { documents } = useTexts();
  return (
    <span className="test-mark" title={documents.testMark}>
      {isShort ? documents.testShort : documents.testMark}
    </span>
  );
};

import { useTexts } from '../app/texts/use-texts.js';
import { PageFrame } from '../page/page.js';
import { AttentionLists } from './attention-lists.js';

export const AttentionPage = () => {
  const { attention } = useTexts();
  return (
    <PageFrame title={attention.title} about={attention.about}>
      <AttentionLists />
    </PageFrame>
  );
};

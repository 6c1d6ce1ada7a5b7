import { useTexts } from '../app/texts/use-texts.js';

/** A trial acts on a test contour: said of runs and documents wherever they are seen. */
export const TrialMark = () => {
  const { reruns } = useTexts();
  return (
    <span className="trial-mark" title={reruns.trialRun}>
      {reruns.trial}
    </span>
  );
};

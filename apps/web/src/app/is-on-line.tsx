import { IconWifiOff } from '@tabler/icons-react';
import { useTexts } from './texts/use-texts.js';

export const IsOnLine = ({ is }: { readonly is: boolean }) => {
  const { runs } = useTexts();
  return is ? null : (
    <div className="off-line" role="status">
      <IconWifiOff size={14} aria-hidden />
      {runs.offline}
    </div>
  );
};

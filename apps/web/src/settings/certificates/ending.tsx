import type { CertificateView } from '@potok/contracts';
import { IconClock } from '@tabler/icons-react';
import { isEnding } from '../../attention/use-attention.js';
import { useSettingsSpeech } from '../../app/texts/use-texts.js';
import { useWorkspace } from '../../app/use-workspace.js';
import { formatInstantDay } from '../../format/dates.js';

const DAY_MS = 86_400_000;

/** Who will soon be unable to sign, and what to do about it. */
export const Ending = ({ certificates }: { readonly certificates: readonly CertificateView[] }) => {
  const { texts, language } = useSettingsSpeech();
  const { timeZone } = useWorkspace();
  const now = Date.now();
  const leftMs = ({ notAfter }: CertificateView): number => new Date(notAfter).getTime() - now;
  const ending = certificates.filter((one) => isEnding(one, now));
  if (ending.length === 0) return null;
  return (
    <div className="warning" role="status">
      <IconClock size={18} aria-hidden />
      <div>
        {ending.map((one) => {
          const day = formatInstantDay(one.notAfter, { language, timeZone });
          const days = Math.floor(leftMs(one) / DAY_MS);
          const { ended, ends } = texts.settings.certificate;
          return <p key={one.id}>{leftMs(one) < 0 ? ended(one.owner, day) : ends({ owner: one.owner, day, days })}</p>;
        })}
        <p className="dim">{texts.settings.certificate.renew}</p>
      </div>
    </div>
  );
};

import type { OrganizationView } from '@potok/contracts';
import { useSpeech, useTexts } from '../app/texts/use-texts.js';
import { systemTitle, useSystems } from '../connections/systems.js';
import { CopyButton } from '../page/copy-button.js';
import { Empty } from '../page/empty.js';
import { fact, Facts } from '../page/facts.js';
import { Loaded } from '../page/loaded.js';
import { usePaged } from '../page/paged.js';
import { CertificateTable } from './certificate-table.js';

const Boxes = ({ boxes }: Pick<OrganizationView, 'boxes'>) => {
  const { texts, language } = useSpeech();
  const { settings } = texts;
  const systems = useSystems();
  if (boxes.length === 0) return <p className="dim">{settings.noBoxes}</p>;
  return (
    <ul className="boxes">
      {boxes.map(({ system, boxId, fnsParticipantId }) => (
        <li key={`${system}/${boxId}`}>
          <Facts
            rows={[
              fact(settings.operator, systemTitle(system, systems, language)),
              fact(settings.box, <code className="mono">{boxId}</code>),
              fact(
                settings.participant,
                <span className="webhook">
                  <code className="mono">{fnsParticipantId}</code>
                  <CopyButton value={fnsParticipantId} />
                </span>,
              ),
            ]}
          />
        </li>
      ))}
    </ul>
  );
};

const Organization = ({ organization }: { readonly organization: OrganizationView }) => {
  const { settings } = useTexts();
  const { kind, name, inn, kpp, ogrn, address, taxRegime, timeZone, boxes, signers } = organization;
  return (
    <section className="card organization">
      <h2>{name}</h2>
      <p className="dim">{settings.kinds[kind]}</p>
      <div className="two-cards">
        <Facts
          rows={[
            fact(settings.inn, <span className="num">{inn}</span>),
            fact(settings.kpp, kpp === undefined ? undefined : <span className="num">{kpp}</span>),
            fact(kind === 'legal' ? settings.ogrn : settings.ogrnip, ogrn),
            fact(settings.address, address),
            fact(settings.taxRegime, settings.taxRegimes[taxRegime] ?? taxRegime),
            fact(settings.timeZone, timeZone),
          ]}
        />
        <div>
          <h3 className="section-title first">{settings.boxes}</h3>
          <Boxes boxes={boxes} />
        </div>
      </div>
      <h3 className="section-title">{settings.signers}</h3>
      {signers.length === 0 ? <p className="dim">{settings.noSigners}</p> : <CertificateTable certificates={signers} />}
    </section>
  );
};

export const Organizations = () => {
  const { settings } = useTexts();
  return (
    <Loaded answer={usePaged<OrganizationView>('organizations')}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{settings.organizationsEmpty}</Empty>
        ) : (
          <div className="organizations">
            {items.map((organization) => (
              <Organization key={organization.id} organization={organization} />
            ))}
          </div>
        )
      }
    </Loaded>
  );
};

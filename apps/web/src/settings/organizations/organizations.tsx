import { Button } from '@mantine/core';
import type { OrganizationView } from '@potok/contracts';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useSettingsSpeech, useSettingsTexts } from '../../app/texts/use-texts.js';
import { systemTitle, useSystems } from '../../connections/systems.js';
import { formatDay } from '../../format/dates.js';
import { CopyButton } from '../../page/copy-button.js';
import { Empty } from '../../page/empty.js';
import { fact, Facts } from '../../page/facts.js';
import { Loaded } from '../../page/loaded.js';
import { usePaged } from '../../page/paged.js';
import { CertificateDialog } from '../certificates/certificate-dialog.js';
import { CertificateTable } from '../certificates/certificate-table.js';
import { TabHead } from '../tab-head.js';
import { OrganizationDialog } from './organization-dialog.js';
import { RemoveOrganization } from './remove-organization.js';

const Boxes = ({ boxes }: Pick<OrganizationView, 'boxes'>) => {
  const { texts, language } = useSettingsSpeech();
  const { settings } = texts;
  const systems = useSystems();
  if (boxes.length === 0) return <p className="dim">{settings.noBoxes}</p>;
  return (
    <ul className="boxes">
      {boxes.map(({ system, boxId, fnsParticipantId, isGone }) => (
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
          {isGone === true ? (
            <div className="warning" role="status">
              <IconAlertTriangle size={18} aria-hidden />
              <p>{settings.boxGone}</p>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
};

const Requisites = ({ organization }: { readonly organization: OrganizationView }) => {
  const { settings } = useSettingsTexts();
  const { kind, inn, kpp, ogrn, ogrnDate, address, bank, taxRegime, timeZone } = organization;
  const number = (text: string | undefined) => (text === undefined ? undefined : <span className="num">{text}</span>);
  return (
    <Facts
      rows={[
        fact(settings.inn, number(inn)),
        fact(settings.kpp, number(kpp)),
        fact(kind === 'legal' ? settings.ogrn : settings.ogrnip, number(ogrn)),
        fact(settings.ogrnDate, kind === 'legal' || ogrnDate === undefined ? undefined : number(formatDay(ogrnDate))),
        fact(settings.address, address?.text),
        fact(settings.bankName, bank?.bankName),
        fact(settings.account, number(bank?.account)),
        fact(settings.taxRegime, settings.taxRegimes[taxRegime] ?? taxRegime),
        fact(settings.timeZone, settings.timeZones[timeZone] ?? timeZone),
      ]}
    />
  );
};

type Asked = 'change' | 'remove' | 'certificate';

const Dialog = ({
  organization,
  asked,
  onClose,
}: {
  readonly organization: OrganizationView;
  readonly asked: Asked;
  readonly onClose: () => void;
}) => {
  switch (asked) {
    case 'change':
      return <OrganizationDialog organization={organization} onClose={onClose} />;
    case 'remove':
      return <RemoveOrganization organization={organization} onClose={onClose} />;
    case 'certificate':
      return <CertificateDialog organizationId={organization.id} onClose={onClose} />;
  }
};

const Organization = ({ organization }: { readonly organization: OrganizationView }) => {
  const { settings } = useSettingsTexts();
  const [asked, setAsked] = useState<Asked>();
  const { kind, name, boxes, signers } = organization;
  return (
    <section className="card organization" aria-label={name}>
      <header className="card-head">
        <div>
          <h2>{name}</h2>
          <p className="dim">{settings.kinds[kind]}</p>
        </div>
        <div className="card-acts">
          <Button variant="default" onClick={() => setAsked('change')}>
            {settings.organization.edit}
          </Button>
          <Button variant="default" onClick={() => setAsked('remove')}>
            {settings.organization.remove}
          </Button>
        </div>
      </header>
      <div className="two-cards">
        <Requisites organization={organization} />
        <div>
          <h3 className="section-title first">{settings.boxes}</h3>
          <Boxes boxes={boxes} />
        </div>
      </div>
      <header className="card-head signers">
        <h3 className="section-title first">{settings.signers}</h3>
        <Button variant="default" onClick={() => setAsked('certificate')}>
          {settings.certificate.add}
        </Button>
      </header>
      {signers.length === 0 ? <p className="dim">{settings.noSigners}</p> : <CertificateTable certificates={signers} />}
      {asked === undefined ? null : <Dialog {...{ organization, asked }} onClose={() => setAsked(undefined)} />}
    </section>
  );
};

export const Organizations = () => {
  const { settings } = useSettingsTexts();
  const [isAdding, setIsAdding] = useState(false);
  const add = <Button onClick={() => setIsAdding(true)}>{settings.organization.add}</Button>;
  return (
    <>
      <Loaded answer={usePaged<OrganizationView>('organizations')}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty action={add}>{settings.organizationsEmpty}</Empty>
          ) : (
            <>
              <TabHead about={settings.organizationsAbout} action={add} />
              <div className="organizations">
                {items.map((organization) => (
                  <Organization key={organization.id} organization={organization} />
                ))}
              </div>
            </>
          )
        }
      </Loaded>
      {isAdding ? <OrganizationDialog onClose={() => setIsAdding(false)} /> : null}
    </>
  );
};

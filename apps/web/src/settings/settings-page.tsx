import { Tabs } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useSettingsTexts } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { PageFrame } from '../page/page.js';
import { Audit } from './audit.js';
import { Certificates } from './certificates/certificates.js';
import { Organizations } from './organizations/organizations.js';
import { Reconciliations } from './reconciliations/reconciliations.js';
import { Tokens } from './tokens/tokens.js';
import { Workspace } from './workspace.js';

const tabs = ['organizations', 'certificates', 'tokens', 'workspace', 'reconciliations', 'audit'] as const;

export const SettingsPage = () => {
  const { settings } = useSettingsTexts();
  const { id: ws } = useWorkspace();
  const { tab } = getRouteApi('/w/$ws/settings/$tab').useParams();
  const navigate = useNavigate();
  return (
    <PageFrame title={settings.title}>
      <Tabs
        value={tab}
        onChange={(next) => void navigate({ to: '/w/$ws/settings/$tab', params: { ws, tab: next ?? tabs[0] } })}
        keepMounted={false}
      >
        <Tabs.List mb={16} className="settings-tabs">
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {settings.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="organizations">
          <Organizations />
        </Tabs.Panel>
        <Tabs.Panel value="certificates">
          <Certificates />
        </Tabs.Panel>
        <Tabs.Panel value="tokens">
          <Tokens />
        </Tabs.Panel>
        <Tabs.Panel value="workspace">
          <Workspace />
        </Tabs.Panel>
        <Tabs.Panel value="reconciliations">
          <Reconciliations />
        </Tabs.Panel>
        <Tabs.Panel value="audit">
          <Audit />
        </Tabs.Panel>
      </Tabs>
    </PageFrame>
  );
};

import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { Panel, useReactFlow } from '@xyflow/react';
import { useTexts } from '../app/texts/use-texts.js';

const DURATION_MS = 140;

export const ZoomButtons = () => {
  const { canvas } = useTexts();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const buttons = [
    { label: canvas.zoomIn, icon: IconPlus, act: () => void zoomIn({ duration: DURATION_MS }) },
    { label: canvas.zoomOut, icon: IconMinus, act: () => void zoomOut({ duration: DURATION_MS }) },
    { label: canvas.fit, icon: IconMaximize, act: () => void fitView({ duration: DURATION_MS, padding: 0.08 }) },
  ];
  return (
    <Panel position="bottom-left">
      <ActionIcon.Group>
        {buttons.map(({ label, icon: Sign, act }) => (
          <Tooltip key={label} label={label}>
            <ActionIcon variant="default" size={28} onClick={act} aria-label={label}>
              <Sign size={14} />
            </ActionIcon>
          </Tooltip>
        ))}
      </ActionIcon.Group>
    </Panel>
  );
};

import { ActionIcon, Menu, Tooltip, useComputedColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Binding, Scenario } from '@potok/contracts';
import { IconFileDescription, IconFileTypePng, IconFileTypeSvg, IconPhotoDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEditorSpeech } from '../app/texts/use-texts.js';
import { useWorkspace } from '../app/use-workspace.js';
import { useKinds } from '../canvas/manifest.js';
import { fileName, saveFile } from '../page/save-file.js';
import { drawingSvg, type Picture } from './drawing-svg.js';
import { pngOf } from './png.js';

interface Props {
  readonly scenario: Scenario;
  /** What is shown: `main` or the id of a path; without it the picture holds them all. */
  readonly graph?: string;
  readonly binding?: Binding;
  /** Of the stored scenario: with it the printable description is offered. */
  readonly scenarioId?: string;
  /** The published version that is shown; without it the description is of the draft. */
  readonly versionId?: string;
}

const usePicture = ({ scenario, graph, binding }: Props): (() => Picture | undefined) => {
  const { texts, language } = useEditorSpeech();
  const theme = useComputedColorScheme('light');
  const kinds = useKinds().data;
  return () =>
    kinds === undefined
      ? undefined
      : drawingSvg(scenario, {
          kinds,
          texts,
          language,
          theme,
          ...(graph === undefined ? {} : { graph }),
          ...(binding === undefined ? {} : { binding }),
        });
};

/** The scenario to take away, as items of a menu: as a picture, or in words for printing. */
export const PictureItems = (props: Props) => {
  const { picture: words } = useEditorSpeech().texts;
  const { id: ws } = useWorkspace();
  const draw = usePicture(props);
  const { scenario, scenarioId, versionId } = props;
  const save = async (ending: 'svg' | 'png') => {
    const drawn = draw();
    if (drawn === undefined) return;
    try {
      const content = ending === 'png' ? await pngOf(drawn) : new Blob([drawn.svg], { type: 'image/svg+xml' });
      saveFile({ name: fileName(scenario.name, ending), content });
    } catch {
      notifications.show({ color: 'red', message: words.fault });
    }
  };
  return (
    <>
      <Menu.Item leftSection={<IconFileTypeSvg size={16} />} onClick={() => void save('svg')}>
        {words.svg}
      </Menu.Item>
      <Menu.Item leftSection={<IconFileTypePng size={16} />} onClick={() => void save('png')}>
        {words.png}
      </Menu.Item>
      {scenarioId === undefined ? null : (
        <Menu.Item
          leftSection={<IconFileDescription size={16} />}
          renderRoot={(rest: object) => (
            <Link
              to="/w/$ws/scenarios/$id/description"
              params={{ ws, id: scenarioId }}
              search={versionId === undefined ? {} : { version: versionId }}
              {...rest}
            />
          )}
        >
          {words.description}
        </Menu.Item>
      )}
    </>
  );
};

/** The same behind a button of its own. */
export const PictureMenu = (props: Props) => {
  const { picture: words } = useEditorSpeech().texts;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={words.take}>
          <ActionIcon variant="default" size="var(--potok-control)" aria-label={words.take}>
            <IconPhotoDown size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <PictureItems {...props} />
      </Menu.Dropdown>
    </Menu>
  );
};

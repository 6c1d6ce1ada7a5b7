import { Button, Group, Tooltip } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEditorTexts } from '../app/texts/use-texts.js';
import { FaultBox } from '../page/fault-box.js';
import type { Tried, TryExtent } from './use-try.js';

interface Props {
  /** The node that is selected on the canvas. */
  readonly node: string | undefined;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly tried: Tried | undefined;
  readonly nameOf: (node: string) => string;
  readonly onTry: (extent: TryExtent) => void;
  /** Choice of data and of ways: SamplePicker and WayFields. */
  readonly children: ReactNode;
}

const Ended = ({ tried, nameOf }: { readonly tried: Tried; readonly nameOf: Props['nameOf'] }) => {
  const { trying } = useEditorTexts();
  const { ended, at } = tried.view;
  return (
    <p className={`try-ended try-${ended}`} role="status">
      {trying.ends[ended](at === undefined ? '' : nameOf(at))}
    </p>
  );
};

/** Tries the draft as it is drawn: to the end, up to the selected step, or that step alone. */
export const TryBar = ({ node, isBusy, error, tried, nameOf, onTry, children }: Props) => {
  const { trying } = useEditorTexts();
  const onStep = (kind: 'upTo' | 'only') => (
    <Tooltip label={trying.chooseStep} disabled={node !== undefined}>
      <Button
        variant="default"
        disabled={node === undefined || isBusy}
        onClick={() => (node === undefined ? undefined : onTry({ kind, node }))}
      >
        {trying[kind]}
      </Button>
    </Tooltip>
  );
  return (
    <section className="try-bar" aria-label={trying.title}>
      <Group gap={8}>
        {children}
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={isBusy}
          onClick={() => onTry({ kind: 'end' })}
        >
          {trying.toEnd}
        </Button>
        {onStep('upTo')}
        {onStep('only')}
      </Group>
      <p className="dim try-about">{trying.about}</p>
      {error === null || error === undefined ? null : <FaultBox error={error} />}
      {tried === undefined || isBusy ? null : <Ended tried={tried} nameOf={nameOf} />}
    </section>
  );
};

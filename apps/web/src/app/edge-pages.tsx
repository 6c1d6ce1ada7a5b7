import { Button } from '@mantine/core';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Empty } from '../page/empty.js';
import { FaultBox } from '../page/fault-box.js';
import { Rows } from '../page/loaded.js';
import { PageFrame } from '../page/page.js';
import { useTexts } from './texts/use-texts.js';

export const NotFoundPage = () => {
  const { frame } = useTexts();
  return (
    <PageFrame title={frame.notFound}>
      <Empty
        action={
          <Button variant="default" component={Link} to="/">
            {frame.toStart}
          </Button>
        }
      >
        {frame.notFoundAbout}
      </Empty>
    </PageFrame>
  );
};

export const BrokenPage = ({ error, reset }: ErrorComponentProps) => (
  <div className="page">
    <FaultBox error={error} retry={reset} />
  </div>
);

export const WaitingPage = () => (
  <div className="page">
    <Rows />
  </div>
);

import { Modal, type ModalProps } from '@mantine/core';
import { useGivenBack } from './use-given-back.js';

/** A dialog that is there as long as it is drawn; the keyboard comes back to where it was called from. */
export const Dialog = (props: Omit<ModalProps, 'opened'>) => {
  useGivenBack();
  return <Modal {...props} opened />;
};

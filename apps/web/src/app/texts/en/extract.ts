import type { extract as ru } from '../ru/extract.js';

const steps = (count: number): string => `${count} ${count === 1 ? 'step' : 'steps'}`;

export const extract: typeof ru = {
  title: (count) => `Make a scenario of its own from ${steps(count)}`,
  about:
    'The steps become a scenario of their own; one step that calls it and waits for its end takes their place. It hands over the data that the steps used.',
  publishFirst:
    'Publish the new scenario first: this one cannot be published before it. If you undo this act, the new scenario stays in the list.',
  name: 'Name of the new scenario',
  button: 'Extract the steps',
  made: (name) => `The scenario “${name}” is made. Publish it before this one.`,
  cannot: 'These steps cannot be extracted like this',
  quoted: (name) => `“${name}”`,
  faults: {
    nothing: () => 'Nothing is chosen. Choose steps with a frame or by a click with Shift.',
    trigger: (names) => `${names}: the scenario begins here, and this stays. Take it out of the choice.`,
    entries: (names) => `What is chosen begins in several places: ${names}. Choose a part with one first step.`,
    exits: (names) =>
      `Ways lead out to different steps: ${names}. A call goes on by one exit: choose these steps too, or a smaller part.`,
    ends: (names) =>
      `One way ends among the chosen steps (${names}) and another goes on. After the call both would go on: choose what follows too, or a smaller part.`,
    used: (names) =>
      `Steps that stay use data of the chosen ones: ${names}. A called scenario gives back only its outcome: choose them too.`,
    path: (names) =>
      `There is a path of undoing or correcting for ${names}. It would be left without its step: remove it, or do not choose this step.`,
    item: (names) => `${names}: the item of a “For each” that stays is used here. Choose it too, with its whole body.`,
  },
};

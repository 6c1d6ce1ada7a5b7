export const coach = {
  close: 'Got it',
  marks: {
    connect: 'Pull the dot at the right of the step or press A: that adds the next one.',
    'open-node': 'Double-click the step or press Enter: its fields open.',
    'map-field': 'Drag data from the left onto a field: it takes the value of an earlier step.',
    'try-step': 'Press “Up to this step”: you see what it gives, and nothing is sent.',
    undo: 'To bring back what was deleted: Ctrl+Z.',
    'fix-list': 'Click a line of the list: the step and the field to mend open.',
    publish: 'When all is checked, publish: until then the scenario starts nothing.',
  },
};

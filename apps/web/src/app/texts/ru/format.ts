export const format = {
  ago: (age: string) => (age === 'сейчас' ? 'только что' : `${age} назад`),
};

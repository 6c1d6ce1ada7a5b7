import type { signIn as Source } from '../ru/sign-in.js';

export const signIn: typeof Source = {
  title: 'Sign in to Potok',
  email: 'E-mail',
  password: 'Password',
  enter: 'Sign in',
  emailMissing: 'Enter the e-mail, for example anna@firma.ru',
  passwordMissing: 'Enter the password',
};

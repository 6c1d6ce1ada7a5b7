export const signIn = {
  title: 'Вход в Поток',
  email: 'Почта',
  password: 'Пароль',
  enter: 'Войти',
  emailMissing: 'Впишите почту, например anna@firma.ru',
  passwordMissing: 'Впишите пароль',
};

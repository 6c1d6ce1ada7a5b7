import type { Fields } from '../wire/params.js';

interface User {
  readonly id: string;
  readonly name: string;
  readonly lastName: string;
  readonly email: string;
  readonly position: string;
}

const users: readonly User[] = [
  { id: '1', name: 'Анна', lastName: 'Ветрова', email: 'vetrova@potok-demo.example', position: 'Генеральный директор' },
  { id: '2', name: 'Олег', lastName: 'Рощин', email: 'roshin@potok-demo.example', position: 'Менеджер по продажам' },
];

export const findUser = (id: string): User | undefined => users.find((user) => user.id === id);

export const userName = (id: string): string => {
  const user = findUser(id);
  return user ? `${user.name} ${user.lastName}` : '';
};

export const userRows = (): readonly Fields[] =>
  users.map((user) => ({
    ID: user.id,
    XML_ID: null,
    ACTIVE: true,
    NAME: user.name,
    LAST_NAME: user.lastName,
    SECOND_NAME: '',
    EMAIL: user.email,
    WORK_POSITION: user.position,
    TIME_ZONE: 'Europe/Moscow',
    IS_ONLINE: 'Y',
    PERSONAL_GENDER: '',
    PERSONAL_BIRTHDAY: '',
    UF_DEPARTMENT: [1],
    USER_TYPE: 'employee',
  }));

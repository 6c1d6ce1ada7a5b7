export const attention = {
  title: 'Требует внимания',
  about: 'То, что само дальше не пойдёт.',
  empty: 'Всё идёт само. Если что-то остановится, оно появится здесь.',
  toRuns: 'К запускам',
  runs: 'Запуски остановились',
  deliveries: 'События не разобраны',
  certificates: 'Сертификаты истекают',
  connections: 'Подключения не работают',
  expired: (owner: string, day: string) => `${owner}: сертификат истёк ${day}`,
  expires: (owner: string, day: string) => `${owner}: сертификат истекает ${day}`,
  expiredWhat: 'Подписать этим сертификатом больше нельзя. Загрузите новый.',
  expiresWhat: 'Получите новый заранее: без него подписание остановится.',
};

export const forms = {
  required: (field: string) => `Заполните «${field}»`,
  notNumber: (field: string) => `«${field}» должно быть числом`,
  notInteger: (field: string) => `«${field}» должно быть целым числом`,
  notDecimal: (field: string) => `«${field}»: пишите число с точкой, например 128400.00`,
  notInstant: (field: string) => `«${field}»: выберите дату и время`,
  notUri: (field: string) => `«${field}» должен быть адресом, например https://firma.ru`,
  notJson: (field: string, where: string) => `«${field}» не JSON: ${where}`,
  mendMarked: 'Исправьте отмеченные поля.',
  listAbsent: 'Список из подключения сейчас не получить: впишите значение.',
  listNothing: 'В списке такого нет.',
  notListed: (value: string) => `${value} — такого в списке нет`,
  json: 'Данные в виде JSON',
};

export const expressionTexts = {};

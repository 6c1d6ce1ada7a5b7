export const CounterpartiesPage = () => null;

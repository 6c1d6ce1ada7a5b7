/** Exact decimal as text: the one way in which money, prices, quantities and rates travel. */
export const DECIMAL_PATTERN = /^-?\d{1,18}(\.\d{1,11})?$/;

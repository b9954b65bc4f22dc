// Numbers with their nouns, as people read them.

const grouped = new Intl.NumberFormat("en-GB");

/** `1 article`, `2,225 articles`. */
export const number = (value, one, many = `${one}s`) => `${grouped.format(value)} ${value === 1 ? one : many}`;

// What is typed with commas between, as a list.
export const listed = (text) =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

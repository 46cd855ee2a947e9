// The service, as a test has it answer.
export const door = { batch: async () => { throw unsure(); } };
export const reachable = { is: true };
export const isReachable = async () => reachable.is;

export const unsure = () => Object.assign(new Error('no answer'), { isUnsure: true });
export const refusal = (status, code) => Object.assign(new Error(code), { status, code });

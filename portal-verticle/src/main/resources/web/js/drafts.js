// What was typed and not saved, kept in this tab for whoever typed it: neither a menu link, nor the language, nor
// the end of a session loses it.
import { onSession, session } from './session.js';

const KEY = 'tixgo.drafts';
const nameOf = (place) => `${session.user?.username} ${place}`;

function all() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
}

function put(drafts) {
  if (Object.keys(drafts).length) sessionStorage.setItem(KEY, JSON.stringify(drafts));
  else sessionStorage.removeItem(KEY);
}

/** Who logs out leaves nothing behind; a session that ended by itself is gone on with. */
onSession(() => {
  if (session.ended === 'logout') sessionStorage.removeItem(KEY);
});

/** `{base, mine}`: the values that were there, and those that were typed over them; or null. */
export const draftOf = (place) => all()[nameOf(place)] ?? null;

export const keepDraft = (place, draft) => put({ ...all(), [nameOf(place)]: draft });

export function dropDraft(place) {
  const { [nameOf(place)]: dropped, ...rest } = all();
  put(rest);
  return dropped;
}

/** A form's values by name; a password is never among them. */
export function valuesOf(form) {
  return Object.fromEntries(typed(form).map((field) => [field.name, valueOf(field)]));
}

export function fill(form, values) {
  typed(form)
    .filter((field) => field.name in values)
    .forEach((field) => setValue(field, values[field.name]));
}

const typed = (form) => [...form.elements].filter((field) => field.name && !['password', 'file', 'submit'].includes(field.type));
const isTick = (field) => field.type === 'checkbox' || field.type === 'radio';
const valueOf = (field) => (isTick(field) ? field.checked : field.value);
const setValue = (field, value) => {
  if (isTick(field)) field.checked = value;
  else field.value = value;
};

/**
 * What two people made of the same values: each other's changes where only one changed, one's own where both did;
 * `clashes` names those.
 */
export function merge(base, mine, theirs) {
  const names = Object.keys(mine);
  const isMine = (name) => mine[name] !== base[name];
  const values = Object.fromEntries(names.map((name) => [name, isMine(name) ? mine[name] : theirs[name]]));
  const clashes = names.filter((name) => isMine(name) && theirs[name] !== base[name] && theirs[name] !== mine[name]);
  return { values, clashes };
}

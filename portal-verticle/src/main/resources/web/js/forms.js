// What a form has wrong is said at the field: in words of the reader's language, and to a screen reader too.
import { t, wrong } from './i18n.js';

/** For the browser's own `invalid` event, in place of the browser's own words. */
export function refuse(event) {
  const field = event.target;
  event.preventDefault();
  blame(field, whyInvalid(field));
  if ([...field.form.elements].find((one) => !one.validity.valid) === field) point(field);
}

/** Puts a service's errors at the fields they name, the first in view; answers those that name none. */
export function blameAll(form, errors) {
  const named = errors.map((error) => ({ error, field: fieldOf(form, error.loc) }));
  const placed = named.filter(({ field }) => field);
  placed.forEach(({ field, error }) => blame(field, wrong(error, limits(field))));
  if (placed.length) point(placed[0].field);
  return named.filter(({ field }) => !field).map(({ error }) => error);
}

/** What was wrong with a field is taken back when it is changed. */
export function forgive(field) {
  if (!field.hasAttribute('aria-invalid')) return;
  document.getElementById(field.getAttribute('aria-describedby'))?.remove();
  field.removeAttribute('aria-invalid');
  field.removeAttribute('aria-describedby');
}

/** The browser says at the field what differs, before anything is sent. */
export function passwordsAlike({ elements: { new_password: first, repeated } }) {
  repeated.setCustomValidity(first.value === repeated.value ? '' : t('account.differs'));
}

let notes = 0;

function blame(field, message) {
  forgive(field);
  notes += 1;
  const note = Object.assign(document.createElement('span'), { className: 'wrong', id: `wrong-${notes}`, textContent: message });
  note.setAttribute('aria-hidden', 'true'); // The field is described by it; its name stays its name.
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-describedby', note.id);
  field.after(note);
}

function point(field) {
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
}

/** Of `body.end_time` the field `end_time`. */
function fieldOf(form, loc) {
  const field = form.elements[loc.replace(/^body\./, '')];
  return field instanceof HTMLElement ? field : null;
}

function whyInvalid(field) {
  const { validity } = field;
  if (validity.customError) return field.validationMessage;
  const type = ['required', 'minLength', 'maxLength', 'minimum', 'maximum', 'type', 'format', 'pattern'].find(
    (_, i) =>
      [
        validity.valueMissing,
        validity.tooShort,
        validity.tooLong,
        validity.rangeUnderflow,
        validity.rangeOverflow,
        validity.badInput,
        validity.typeMismatch,
        validity.patternMismatch,
      ][i],
  );
  return wrong({ type }, limits(field));
}

const limits = (field) => ({ minLength: field.minLength, maxLength: field.maxLength, minimum: field.min, maximum: field.max });

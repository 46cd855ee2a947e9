// A question before something that can't be undone.
import { t } from './i18n.js';

/**
 * Completes with what was typed, or true; with null when the answer is no, or the signal ends the question.
 * @param {string} question
 * @param {{ typed?: boolean, yes?: string, danger?: boolean, signal?: AbortSignal }} [options]
 */
export async function ask(question, { typed = false, yes = t('yes'), danger = true, signal } = {}) {
  if (signal?.aborted) return null;
  const dialog = document.createElement('dialog');
  const input = typed ? inputFor(question) : null;
  dialog.setAttribute('aria-labelledby', 'question');
  dialog.append(formOf(question, input, yes, danger));
  document.body.append(dialog);
  dialog.showModal();
  signal?.addEventListener('abort', () => dialog.close(''));
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes' ? (input?.value ?? true) : null);
    });
  });
}

function formOf(question, input, yes, danger) {
  const form = Object.assign(document.createElement('form'), { method: 'dialog' });
  const text = Object.assign(document.createElement('p'), { id: 'question', textContent: question });
  const go = button(yes, { value: 'yes', className: danger ? 'danger' : 'main' });
  const stop = button(t('cancel'), { value: '', formNoValidate: true, autofocus: !input });
  const row = Object.assign(document.createElement('div'), { className: 'row' });
  row.append(go, stop);
  form.append(text, ...(input ? [input] : []), row);
  return form;
}

function inputFor(question) {
  const input = Object.assign(document.createElement('input'), { required: true, maxLength: 500 });
  input.setAttribute('aria-label', question);
  return input;
}

const button = (textContent, members) => Object.assign(document.createElement('button'), { textContent, ...members });

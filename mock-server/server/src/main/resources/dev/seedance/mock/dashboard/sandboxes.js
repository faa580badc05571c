// Which sandbox is looked at: one key each.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { live } from './lib/lit-html/directives/live.js';
import { attempt, call } from './api.js';
import { chooseKey, forgetKey } from './keys.js';
import { changed, notify, state } from './store.js';

const view = { adding: false };

const ADD = '+add';
const FORGET = '+forget';
const RESET = '+reset';

/**
 * The picker.
 *
 * @param onChoice called when another key was chosen
 */
export function sandboxPicker(onChoice) {
  return view.adding ? adder(onChoice) : picker(onChoice);
}

function picker(onChoice) {
  return html`<label class="inline">
    <span class="visually-hidden">Sandbox, by key</span>
    <select class="sandbox" @change=${(event) => chosen(event.target, onChoice)} .value=${live(state.key)}>
      <optgroup label="Sandbox of key">
        ${state.keys.map((key) => html`<option value=${key} ?selected=${key === state.key}>${masked(key)}</option>`)}
      </optgroup>
      <optgroup label="More">
        <option value=${ADD}>Another key…</option>
        <option value=${RESET}>Reset this sandbox</option>
        ${state.keys.length > 1 ? html`<option value=${FORGET}>Forget this key here</option>` : nothing}
      </optgroup>
    </select>
  </label>`;
}

/** A long key is a real one, more likely than not: its ends are enough to know it by. */
function masked(key) {
  return key.length <= 20 ? key : `${key.slice(0, 6)}…${key.slice(-4)}`;
}

function chosen(select, onChoice) {
  const { value } = select;
  if (value === ADD) {
    view.adding = true;
    changed();
    requestAnimationFrame(() => document.getElementById('new-key')?.focus());
  } else if (value === RESET) {
    attempt(async () => {
      await call('POST', '/_mock/reset');
      notify('The sandbox is as new.');
      onChoice();
    });
    changed();
  } else {
    if (value === FORGET) {
      forgetKey(state.key);
    } else {
      chooseKey(value);
    }
    onChoice();
  }
}

function adder(onChoice) {
  const done = (event) => {
    event.preventDefault();
    const key = new FormData(event.target).get('key').trim();
    view.adding = false;
    if (key === '') {
      changed();
    } else {
      chooseKey(key);
      onChoice();
    }
  };
  return html`<form class="add-key" @submit=${done} @keydown=${(event) => event.key === 'Escape' && cancel()}>
    <input id="new-key" name="key" placeholder="API key" aria-label="API key of the sandbox" autocomplete="off" spellcheck="false" maxlength="200" />
    <button>Open</button>
  </form>`;
}

function cancel() {
  view.adding = false;
  changed();
}

// The keys whose sandboxes can be looked at. They stay in this browser.
import { state, changed } from './store.js';

/** Works at once where the server welcomes every key; the examples of the documentation use it too. */
export const DEFAULT_KEY = 'any-key';

const KEYS = 'seedance.keys';
const CHOSEN = 'seedance.key';

export function loadKeys() {
  const kept = stored();
  state.keys = kept.length > 0 ? kept : [DEFAULT_KEY];
  const chosen = sessionStorage.getItem(CHOSEN) ?? localStorage.getItem(CHOSEN);
  state.key = state.keys.includes(chosen) ? chosen : state.keys[0];
}

/** Looks at the sandbox of a key, a new one or one of those that are kept. */
export function chooseKey(key) {
  if (!state.keys.includes(key)) {
    state.keys = [...state.keys, key];
  }
  state.key = key;
  keep();
}

/** Forgets a key in this browser; its sandbox stays. */
export function forgetKey(key) {
  const left = state.keys.filter((other) => other !== key);
  state.keys = left.length > 0 ? left : [DEFAULT_KEY];
  if (!state.keys.includes(state.key)) {
    state.key = state.keys[0];
  }
  keep();
}

function keep() {
  localStorage.setItem(KEYS, JSON.stringify(state.keys));
  localStorage.setItem(CHOSEN, state.key);
  sessionStorage.setItem(CHOSEN, state.key);
  changed();
}

function stored() {
  try {
    const keys = JSON.parse(localStorage.getItem(KEYS) ?? '[]');
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string' && key !== '') : [];
  } catch {
    return [];
  }
}

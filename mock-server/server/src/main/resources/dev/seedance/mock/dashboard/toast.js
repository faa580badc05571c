// A short message at the foot of the page, and the text that could not be put on the clipboard.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { icon } from './icons.js';
import { changed, state } from './store.js';

const STAYS_MS = 4000;
let shown = null;
let timer = null;

function close() {
  state.notice = null;
  changed();
}

export function toast() {
  const { notice } = state;
  if (notice !== shown) {
    shown = notice;
    clearTimeout(timer);
    timer = notice && !notice.bad ? setTimeout(close, STAYS_MS) : null;
  }
  return html`
    <div class="toasts" role=${notice?.bad ? 'alert' : 'status'}>
      ${notice
        ? html`<div class="toast" data-bad=${notice.bad}>
            <span>${notice.text}</span>
            <button class="quiet round" aria-label="Close" @click=${close}>${icon('cross')}</button>
          </div>`
        : nothing}
    </div>
    ${state.toCopy === undefined ? nothing : toCopy()}
  `;
}

function toCopy() {
  const done = () => {
    state.toCopy = undefined;
    changed();
  };
  return html`<div class="sheet" role="dialog" aria-label="Copy by hand">
    <textarea class="code" readonly rows="10" .value=${state.toCopy} @focus=${(event) => event.target.select()}></textarea>
    <button @click=${done}>Done</button>
  </div>`;
}

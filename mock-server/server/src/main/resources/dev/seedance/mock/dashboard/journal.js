// The journal: what this key has called, and how it was answered.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { repeat } from './lib/lit-html/directives/repeat.js';
import { attempt, call } from './api.js';
import { date, plural, pretty, time } from './format.js';
import { icon } from './icons.js';
import { copyAs } from './snippets.js';
import { changed, notify } from './store.js';

/** How often the journal is read while it is looked at, in ms. */
const EVERY_MS = 2000;

const CLASSES = { 2: 'good', 4: 'warn', 5: 'bad' };

const view = { entries: [], recorded: 0, path: '', method: '', status: '', text: '', loaded: false };
let timer = null;

export function openJournal() {
  view.loaded = false;
  load();
  timer = setInterval(() => document.hidden || load(), EVERY_MS);
}

export function closeJournal() {
  clearInterval(timer);
}

async function load() {
  try {
    const { requests, recorded } = await call('GET', '/_mock/requests');
    const newest = requests.at(-1)?.number;
    if (view.loaded && newest === view.entries[0]?.number && recorded === view.recorded) {
      return;
    }
    Object.assign(view, { entries: requests.reverse(), recorded, loaded: true });
    changed();
  } catch {
    // the stream notices that the server is gone
  }
}

function clear() {
  return attempt(async () => {
    await call('DELETE', '/_mock/requests');
    notify('The journal is empty.');
    await load();
  });
}

function choose(change) {
  Object.assign(view, change);
  changed();
}

function matches(entry) {
  const text = view.text.trim().toLowerCase();
  return (
    (view.method === '' || entry.method === view.method) &&
    (view.status === '' || String(entry.status).startsWith(view.status)) &&
    (text === '' || `${entry.path} ${entry.body} ${entry.request_id} ${entry.status}`.toLowerCase().includes(text))
  );
}

export function journalPage() {
  const shown = view.entries.filter(matches);
  return html`
    <div class="page-head">
      <h1 tabindex="-1">Journal</h1>
      ${view.entries.length > 0 ? html`<button class="quiet" @click=${clear}>Clear</button>` : nothing}
    </div>
    <p class="lead">What this key has called. ${view.recorded > view.entries.length ? `${plural(view.recorded, 'call')} ever, the newest ${view.entries.length} are kept.` : nothing}</p>
    ${view.entries.length === 0 ? (view.loaded ? html`<p class="nothing">No call yet. Those of this page to <code>/_mock</code> don’t count.</p>` : nothing) : [filters(), table(shown)]}
  `;
}

function filters() {
  const methods = [...new Set(view.entries.map(({ method }) => method))].sort();
  return html`<div class="filters">
    <label class="inline"><span class="visually-hidden">Method</span>
      <select @change=${(event) => choose({ method: event.target.value })}>
        <option value="" ?selected=${view.method === ''}>every method</option>
        ${methods.map((method) => html`<option value=${method} ?selected=${view.method === method}>${method}</option>`)}
      </select>
    </label>
    <label class="inline"><span class="visually-hidden">Status</span>
      <select @change=${(event) => choose({ status: event.target.value })}>
        ${[['', 'every status'], ['2', '2xx'], ['4', '4xx'], ['5', '5xx']].map(
          ([value, label]) => html`<option value=${value} ?selected=${view.status === value}>${label}</option>`,
        )}
      </select>
    </label>
    <input type="search" class="search" placeholder="Path, body, request id…" aria-label="Search the journal" .value=${view.text} @input=${(event) => choose({ text: event.target.value })} />
  </div>`;
}

function table(entries) {
  return entries.length === 0
    ? html`<p class="nothing">None of ${plural(view.entries.length, 'call')} matches.</p>`
    : html`<ul class="journal">${repeat(entries, ({ number }) => number, entry)}</ul>`;
}

function entry(call) {
  const at = Date.parse(call.at);
  return html`<li>
    <details>
      <summary>
        <span class="mono method">${call.method}</span>
        <span class="mono path">${call.path}${call.query ? `?${call.query}` : ''}</span>
        <span class=${`mono ${CLASSES[Math.floor(call.status / 100)] ?? ''}`}>${call.status}</span>
        <time class="muted" title=${date(at)}>${time(at)}</time>
      </summary>
      <dl class="facts">
        <dt>Request id</dt><dd class="mono wrap">${call.request_id}</dd>
        ${Object.entries(call.headers).map(([name, values]) => html`<dt>${name}</dt><dd class="mono wrap">${values.join(', ')}</dd>`)}
      </dl>
      ${call.body === '' ? nothing : html`<pre class="code" tabindex="0">${pretty(call.body)}</pre>`}
      ${copyAs(sample(call))}
    </details>
  </li>`;
}

function sample({ method, path, query, body }) {
  return { method, path: query ? `${path}?${query}` : path, body: body === '' ? undefined : body };
}

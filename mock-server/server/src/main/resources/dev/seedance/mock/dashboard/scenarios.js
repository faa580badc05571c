// Scenarios: those of this sandbox, and those that every one has.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { live } from './lib/lit-html/directives/live.js';
import { attempt, call } from './api.js';
import { pretty } from './format.js';
import { icon } from './icons.js';
import { copyAs } from './snippets.js';
import { changed, notify, state } from './store.js';

const TEMPLATE = `{
  "name": "storm-fails",
  "match": { "prompt": "*storm*" },
  "timeline": { "queued": "PT2S", "running": "PT10S" },
  "outcome": {
    "status": "failed",
    "error": {
      "code": "generation_failed",
      "message": "No storms."
    }
  }
}`;

const view = { own: [], builtIn: [], text: TEMPLATE, error: null };

export function openScenarios() {
  attempt(load);
}

let loads = 0;

async function load() {
  const own = ++loads;
  const { scenarios, built_in: builtIn } = await call('GET', '/_mock/scenarios');
  if (own === loads) { // else a later call was asked for, and may have been answered first
    Object.assign(view, { own: scenarios, builtIn });
    changed();
  }
}

async function add(event) {
  event.preventDefault();
  try {
    const { name } = await call('POST', '/_mock/scenarios', view.text);
    view.error = null;
    notify(`Scenario ${name} is in place.`);
    await load();
  } catch (error) {
    view.error = error.message;
    changed();
  }
}

function remove(name) {
  return attempt(async () => {
    await call('DELETE', `/_mock/scenarios/${encodeURIComponent(name)}`);
    notify(`Scenario ${name} is gone; tasks that have it keep it.`);
    await load();
  });
}

export function scenariosPage() {
  return html`
    <div class="page-head"><h1 tabindex="-1">Scenarios</h1></div>
    <p class="lead">
      What will happen to a task. The first whose match fits is taken; a request may also ask for one, by the header
      <code>X-Mock-Scenario</code> or by <code>[mock:NAME]</code> in its prompt.
    </p>
    <div class="columns">
      <div class="column">
        <section>
          <h2>Of this sandbox</h2>
          ${view.own.length === 0 ? html`<p class="nothing">None yet: register one.</p>` : view.own.map((one) => card(one, true))}
        </section>
        <section>
          <h2>Built in</h2>
          ${view.builtIn.map((one) => card(one, false))}
        </section>
      </div>
      <div class="column">${adder()}</div>
    </div>
  `;
}

function adder() {
  return html`<form class="panel" @submit=${add}>
    <h2>Register one</h2>
    <label class="field">
      <span class="visually-hidden">Scenario as JSON</span>
      <textarea
        class="code"
        rows="14"
        spellcheck="false"
        aria-invalid=${view.error !== null}
        .value=${live(view.text)}
        @input=${(event) => {
          view.text = event.target.value;
          view.error = null;
          changed();
        }}
      ></textarea>
    </label>
    <div role="alert">${view.error ? html`<p class="problem">${icon('warn')}${view.error}</p>` : nothing}</div>
    <div class="row">
      <button class="primary">Register</button>
      ${copyAs({ method: 'POST', path: '/_mock/scenarios', body: view.text })}
    </div>
  </form>`;
}

function card(scenario, isOwn) {
  const { name, description, ...rest } = scenario;
  return html`<article class="scenario">
    <header>
      <h3><code>${name}</code></h3>
      <a class="button quiet" href="#/new" @click=${() => (state.scenario = name)}>Use</a>
      ${isOwn
        ? html`<button class="quiet" aria-label=${`Remove ${name}`} @click=${() => remove(name)}>${icon('cross')}Remove</button>`
        : nothing}
    </header>
    ${description ? html`<p>${description}</p>` : nothing}
    <details><summary>Definition</summary><pre class="code" tabindex="0">${pretty(isOwn ? { name, ...rest } : rest)}</pre></details>
  </article>`;
}

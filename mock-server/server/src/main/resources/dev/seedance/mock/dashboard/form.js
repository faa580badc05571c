// The form that submits a request: the validator looks on while you write.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { live } from './lib/lit-html/directives/live.js';
import { attempt, call, exchange } from './api.js';
import { emptyDraft, fromRequest, mediaIndex, readObject, toRequest, typed } from './draft.js';
import { known, TEXTS } from './fields.js';
import { choiceField, choiceFields, mediaRows, modelCards, textField, toolField } from './inputs.js';
import { keep } from './live.js';
import { verdict, violationList } from './report.js';
import { copyAs } from './snippets.js';
import { changed, notify, state } from './store.js';

/** How long to wait for the next key before the validator is asked, in ms. */
const PAUSE_MS = 120;

const view = {
  draft: null,
  /** the text that is edited in the place of the fields; null while the fields are */
  json: null,
  report: null,
  scenario: '',
  scenarios: [],
  sending: false,
  /** whether anything was written: nobody is blamed for an empty page */
  touched: false,
};
let asked = new AbortController();
let timer = null;

export function openForm() {
  if (typeof state.draft === 'string') {
    const request = readObject(state.draft);
    view.json = request ? null : state.draft;
    view.draft = request ? fromRequest(request) : emptyDraft();
    view.touched = true;
    delete state.draft;
  }
  view.scenario = state.scenario ?? view.scenario;
  delete state.scenario;
  if (view.draft) {
    validateSoon();
  }
  attempt(async () => {
    const { scenarios, built_in: builtIn } = await call('GET', '/_mock/scenarios');
    view.scenarios = [...scenarios, ...builtIn];
    changed();
  });
}

export function closeForm() {
  clearTimeout(timer);
  asked.abort();
}

function body() {
  return view.json ?? JSON.stringify(toRequest(view.draft), null, 2);
}

/** Takes over a change of the draft. */
function edit(change) {
  view.touched = true;
  change(view.draft);
  validateSoon();
  changed();
}

function setValue(name, value) {
  edit((draft) => {
    draft.values[name] = value;
  });
}

function validateSoon() {
  clearTimeout(timer);
  timer = setTimeout(validate, PAUSE_MS);
}

async function validate() {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    const report = await call('POST', '/_mock/validate', body(), { signal });
    if (!signal.aborted) {
      view.report = report;
      changed();
    }
  } catch {
    // a later key or the stream of events will tell
  }
}

async function submit(event) {
  event.preventDefault();
  if (view.sending) {
    return;
  }
  view.sending = true;
  view.touched = true;
  changed();
  await attempt(send);
  view.sending = false;
  changed();
}

async function send() {
  const headers = view.scenario === '' ? {} : { 'X-Mock-Scenario': view.scenario };
  const { response, answer } = await exchange('POST', '/v1/videos/generations', body(), { headers });
  if (!answer?.id) {
    throw new Error('The scenario spoilt the answer: a client would not know its task’s id. See the list of tasks.');
  }
  keep(await call('GET', `/_mock/tasks/${encodeURIComponent(answer.id)}`));
  notify(response.headers.has('X-Mock-Replayed') ? 'A task with this id was there already: here it is.' : 'Submitted.');
  state.follow = state.clock?.mode === 'auto' ? answer.id : null;
  location.hash = `#/tasks/${encodeURIComponent(answer.id)}`;
}

/** The first form has to wait for the table, which knows the models. */
function begin() {
  view.draft = emptyDraft(Object.keys(state.table.models)[0]);
  validateSoon();
}

export function formPage() {
  const { table } = state;
  if (!table) {
    return html`<p class="muted" role="status">…</p>`;
  }
  if (!view.draft) {
    begin();
  }
  return html`
    <div class="page-head"><h1 tabindex="-1">New request</h1>${tabs()}</div>
    <form class="columns form" @submit=${submit} novalidate>
      <div class="column panel">
        ${view.json === null ? fields(table) : jsonField()}
      </div>
      <div class="column aside">
        <section class="panel send" aria-label="Report and request">
          <div aria-live="polite">
            ${view.touched ? verdict(view.report) : html`<p class="verdict muted">The validator looks on while you write.</p>`}
          </div>
          ${violationList(unplaced(), { withPointer: true, onAllowed: view.json === null ? useAllowed : null })}
          ${choiceField({
            name: 'scenario',
            label: 'What will happen',
            value: view.scenario,
            options: view.scenarios.map(({ name }) => [name, name]),
            none: 'as the server decides',
            onChange: (value) => {
              view.scenario = value;
              changed();
            },
          })}
          <p class="hint">${view.scenarios.find(({ name }) => name === view.scenario)?.description ?? nothing}</p>
          <button class="primary wide" ?disabled=${view.sending}>Submit</button>
        </section>
        <section class="panel">
          <h2>Request</h2>
          <pre class="code" tabindex="0" aria-label="Request as JSON">${body()}</pre>
          ${copyAs(sample())}
        </section>
      </div>
    </form>
  `;
}

function sample() {
  return {
    method: 'POST',
    path: '/v1/videos/generations',
    headers: view.scenario === '' ? {} : { 'X-Mock-Scenario': view.scenario },
    body: body(),
  };
}

function tabs() {
  return html`<div class="chips" role="group" aria-label="Write as">
    <button class="chip" aria-pressed=${view.json === null} @click=${showFields}>Fields</button>
    <button class="chip" aria-pressed=${view.json !== null} @click=${showJson}>JSON</button>
  </div>`;
}

function showJson() {
  view.json ??= body();
  changed();
}

function showFields() {
  if (view.json === null) {
    return;
  }
  const request = readObject(view.json);
  if (!request) {
    notify('This is no JSON object yet: the report says where it breaks.', true);
    return;
  }
  view.draft = fromRequest(request);
  view.json = null;
  validateSoon();
  changed();
}

function jsonField() {
  return html`<label class="field">
    <span class="label">Request as JSON</span>
    <textarea
      class="code"
      rows="22"
      spellcheck="false"
      .value=${live(view.json)}
      @input=${(event) => {
        view.touched = true;
        view.json = event.target.value;
        validateSoon();
        changed();
      }}
    ></textarea>
  </label>`;
}

function violations() {
  return view.touched && view.report ? view.report.violations : [];
}

/** The violations of one field, by the beginning of their pointers. */
function of(name) {
  return violations().filter(({ pointer }) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
}

function ofMedia(index) {
  return violations().filter(({ pointer }) => mediaIndex(view.draft, pointer) === index);
}

function useAllowed({ pointer }, value) {
  const [, name, , member] = pointer.split('/');
  const index = mediaIndex(view.draft, pointer);
  edit((draft) => {
    if (index >= 0 && member) {
      draft.media[index][member] = value;
    } else {
      draft.values[name] = value;
    }
  });
}

const PLACED = ['model', 'prompt'];

/** What no field shows: with JSON, everything. */
function unplaced() {
  if (view.json !== null) {
    return violations();
  }
  const placed = [...PLACED, 'tools', ...[...choiceFields(state.table), ...known(TEXTS, state.table)].map(({ name }) => name)];
  return violations().filter(
    ({ pointer }) => !placed.includes(pointer.split('/')[1]) && mediaIndex(view.draft, pointer) < 0,
  );
}

function fields(table) {
  const { values, media } = view.draft;
  const model = table.models[values.model];
  const report = (name) => violationList(of(name), { onAllowed: useAllowed });
  return html`
    ${modelCards(table, values.model, (name) => setValue('model', name), report('model'))}
    <label class="field">
      <span class="label">Prompt</span>
      <textarea
        rows="4"
        name="prompt"
        placeholder="What should be seen"
        .value=${live(String(values.prompt ?? ''))}
        aria-invalid=${of('prompt').length > 0}
        @input=${(event) => setValue('prompt', event.target.value)}
      ></textarea>
      ${report('prompt')}
    </label>
    <div class="grid">
      ${choiceFields(table).map((field) =>
        choiceField({
          ...field.optionsFor(model, values[field.name]),
          name: field.name,
          label: field.label,
          value: values[field.name] ?? '',
          onChange: (value) => setValue(field.name, value),
          violations: report(field.name),
          isInvalid: of(field.name).length > 0,
        }),
      )}
    </div>
    ${mediaRows({ media, table, model, reportOf: (index) => violationList(ofMedia(index), { onAllowed: useAllowed }), edit })}
    ${toolField({ table, tools: view.draft.tools, edit, violations: report('tools') })}
    <div class="grid">
      ${known(TEXTS, table).map((field) =>
        textField({
          ...field,
          value: values[field.name] ?? '',
          onChange: (text) => setValue(field.name, typed(field.name, text)),
          violations: report(field.name),
          isInvalid: of(field.name).some(({ severity }) => severity === 'error'),
        }),
      )}
    </div>
  `;
}

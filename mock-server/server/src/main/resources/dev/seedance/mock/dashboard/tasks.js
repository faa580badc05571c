// The list of tasks.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { repeat } from './lib/lit-html/directives/repeat.js';
import { sandboxNow } from './clock.js';
import { age, plural, shortId, statusLabel } from './format.js';
import { icon } from './icons.js';
import { MAX_TASKS } from './live.js';
import { curl, copy } from './snippets.js';
import { bar, pill, STATUSES } from './status.js';
import { changed, state } from './store.js';

const view = { status: null, text: '' };

/** A first request, for the model that the table names first. */
function firstRequest() {
  const [model] = Object.keys(state.table.models);
  return {
    method: 'POST',
    path: '/v1/videos/generations',
    body: JSON.stringify({ model, prompt: 'A lighthouse in a storm' }),
  };
}

function choose(change) {
  Object.assign(view, change);
  changed();
}

function matches({ task, prompt, scenario }) {
  if (view.status !== null && task.status !== view.status) {
    return false;
  }
  const text = view.text.trim().toLowerCase();
  return (
    text === '' ||
    [task.id, task.client_business_id, task.model, prompt, scenario].some((part) =>
      part?.toLowerCase().includes(text),
    )
  );
}

export function tasksPage() {
  const all = [...state.tasks.values()];
  return html`
    <div class="page-head">
      <h1 tabindex="-1">Tasks</h1>
      <a class="button primary" href="#/new">${icon('plus')}New request</a>
    </div>
    ${all.length === 0 ? (state.tasksLoaded ? empty() : nothing) : [filters(all), list(all.filter(matches), all.length)]}
  `;
}

function filters(all) {
  const counts = new Map([[null, all.length]]);
  all.forEach(({ task }) => counts.set(task.status, (counts.get(task.status) ?? 0) + 1));
  const shown = [null, ...STATUSES.filter((status) => counts.has(status) || status === view.status)];
  return html`
    <div class="filters">
      <div class="chips" role="group" aria-label="Show tasks by status">
        ${shown.map(
          (status) => html`<button
            class="chip"
            aria-pressed=${view.status === status}
            @click=${() => choose({ status })}
          >
            ${status === null ? 'all' : statusLabel(status)}<span class="count">${counts.get(status) ?? 0}</span>
          </button>`,
        )}
      </div>
      <input
        type="search"
        class="search"
        placeholder="Prompt, id, model…"
        aria-label="Search tasks"
        .value=${view.text}
        @input=${(event) => choose({ text: event.target.value })}
      />
    </div>
  `;
}

function list(tasks, total) {
  const now = sandboxNow();
  return html`
    ${tasks.length === 0
      ? html`<p class="nothing">None of ${plural(total, 'task')} matches. <button class="link" @click=${() => choose({ status: null, text: '' })}>Show all</button></p>`
      : html`<ul class="tasks">
          ${repeat(tasks, ({ task }) => task.id, (planned) => row(planned, now))}
        </ul>`}
    ${total >= MAX_TASKS ? html`<p class="muted note">The newest ${MAX_TASKS} are shown.</p>` : nothing}
  `;
}

function row(planned, now) {
  const { task, plan, prompt, scenario } = planned;
  return html`<li>
    <a class="task" href=${`#/tasks/${encodeURIComponent(task.id)}`}>
      <span class="task-status">${pill(task.status)}${bar(planned)}</span>
      <span class="task-prompt">${prompt ?? html`<i class="muted">no prompt</i>`}</span>
      <span class="task-facts">
        <span>${task.model}</span>
        <span class="mono" title=${task.id}>${task.client_business_id ?? shortId(task.id)}</span>
        ${scenario === 'realistic' ? nothing : html`<span class="tag">${scenario}</span>`}
      </span>
      <span class="task-age" title="Age in sandbox time">${now === null ? '' : age(now - Date.parse(plan.submitted_at))}</span>
    </a>
  </li>`;
}

function empty() {
  const command = curl(firstRequest());
  return html`
    <section class="empty">
      <h2>Nothing here yet</h2>
      <p>
        Submit a task from your program, from <a href="#/new">the form</a>, or from a terminal. It shows up here at once,
        costs nothing, and ends in a video that plays.
      </p>
      <div class="code-box">
        <pre class="code" tabindex="0">${command}</pre>
        <button class="quiet" @click=${() => copy(command, 'curl')}>${icon('copy')}Copy</button>
      </div>
      <p class="muted">
        Your program uses another key? Each key has tasks of its own: choose it at the top.
      </p>
    </section>
  `;
}

// The page of one task.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { attempt, call, Refusal, SERVER } from './api.js';
import { deliveriesOf } from './deliveries.js';
import { plural, pretty } from './format.js';
import { icon } from './icons.js';
import { keep, onEvent } from './live.js';
import { verdict, violationList } from './report.js';
import { copyAs } from './snippets.js';
import { bar, isFinal, pill } from './status.js';
import { changed, notify, state } from './store.js';
import { timeline } from './timeline.js';

/** How often the page polls as a client would, in ms. */
const POLL_MS = 700;

const view = { id: null, planned: null, deliveries: [], missing: false, follows: false };
let polling = null;

/** Starts to show a task. */
export function openTask(id) {
  Object.assign(view, { id, planned: state.tasks.get(id) ?? null, deliveries: [], missing: false });
  load();
  if (state.follow === id) {
    state.follow = null;
    followTask();
  }
}

export function closeTask() {
  view.id = null;
  view.follows = false;
  clearTimeout(polling);
}

/** Polls as a client would until the task is final: under an automatic clock only that moves time. */
export function followTask() {
  view.follows = true;
  clearTimeout(polling);
  polling = setTimeout(poll, POLL_MS);
  changed();
}

async function poll() {
  const { id } = view;
  if (id === null || !view.follows) {
    return;
  }
  await call('GET', `/v1/videos/generations/${encodeURIComponent(id)}`).catch(() => null);
  await load();
  if (view.id === id && view.planned && isFinal(view.planned)) {
    view.follows = false;
    changed();
  } else if (view.id === id && view.follows) {
    polling = setTimeout(poll, POLL_MS);
  }
}

async function load() {
  const { id } = view;
  try {
    const [planned, { deliveries }] = await Promise.all([
      call('GET', `/_mock/tasks/${encodeURIComponent(id)}`),
      call('GET', `/_mock/webhooks/deliveries?task_id=${encodeURIComponent(id)}`),
    ]);
    if (view.id === id) {
      Object.assign(view, { planned, deliveries, missing: false });
      keep(planned);
    }
  } catch (error) {
    if (view.id === id && error instanceof Refusal && error.status === 404) {
      view.missing = true;
    }
  }
  changed();
}

let reload = null;

onEvent((name, data) => {
  const concerns = name === 'clock' || name === 'reset' || [data?.id, data?.task_id].includes(view.planned?.task.id);
  if (view.id !== null && concerns) {
    reload ??= setTimeout(() => {
      reload = null;
      if (view.id !== null) {
        load();
      }
    }, 80);
  }
});

function end(outcome) {
  return attempt(async () => {
    await call('POST', `/_mock/tasks/${encodeURIComponent(view.id)}/outcome`, outcome);
    notify(`Ended as ${outcome.status}.`);
    await load();
  });
}

export function taskPage() {
  const { planned } = view;
  if (view.missing) {
    return html`<p class="crumb"><a href="#/">${icon('back')}Tasks</a></p>
      <h1 tabindex="-1">No such task</h1>
      <p>This key has no task <code>${view.id}</code>. Another key may: choose it at the top.</p>`;
  }
  if (!planned) {
    return html`<p class="muted" role="status">…</p>`;
  }
  return html`
    <p class="crumb"><a href="#/">${icon('back')}Tasks</a></p>
    ${head(planned)}
    <div class="columns">
      <div class="column">
        <section class="panel stage" aria-label="Result">${stage(planned)}</section>
        <section class="panel">
          <h2>Request</h2>
          ${request(planned)}
        </section>
      </div>
      <div class="column">
        <section class="panel"><h2>Timeline</h2>${timeline(planned, view.deliveries)}</section>
        <section class="panel">
          <h2>Webhooks</h2>
          ${deliveriesOf(view.deliveries, planned.callback_url, load)}
        </section>
        <section class="panel">
          <h2>Answer of the API</h2>
          <pre class="code" tabindex="0">${pretty(planned.task)}</pre>
          ${copyAs({ method: 'GET', path: `/v1/videos/generations/${planned.task.id}` })}
        </section>
      </div>
    </div>
  `;
}

function head(planned) {
  const { task, prompt, scenario } = planned;
  return html`
    <header class="task-head">
      <h1 tabindex="-1">${prompt ?? 'Task without a prompt'}</h1>
      <p class="task-facts">
        <span>${task.model}</span>
        <code>${task.id}</code>
        ${task.client_business_id ? html`<code>${task.client_business_id}</code>` : nothing}
        <span class="tag">${scenario}</span>
      </p>
      <div class="task-state">
        <span role="status">${pill(task.status)}</span>${bar(planned)}
        ${isFinal(planned) ? nothing : actions()}
      </div>
    </header>
  `;
}

function actions() {
  return html`<div class="actions">
    <button @click=${() => (view.follows ? stopFollowing() : followTask())}>
      ${icon(view.follows ? 'pause' : 'again')}${view.follows ? 'Stop polling' : 'Poll it'}
    </button>
    <button @click=${() => end({ status: 'completed' })}>${icon('check')}Complete now</button>
    <button @click=${() => end({ status: 'failed' })}>${icon('cross')}Fail now</button>
  </div>`;
}

function stopFollowing() {
  view.follows = false;
  changed();
}

/** Result files are the mock's own, whatever host name and prefix the client used. */
function here(url) {
  return SERVER + new URL(url).pathname.replace(/^.*(?=\/files\/)/, '');
}

function stage({ task, plan }) {
  if (task.result) {
    return task.result.data.map(
      (video, index) => html`<figure>
        <video controls playsinline preload="metadata" src=${here(video.url)} aria-label=${`Result ${index + 1}`}></video>
        <figcaption>
          <a href=${here(video.url)} download=${`${task.id}-${index}.mp4`}>Download MP4</a>
          ${video.last_frame_url ? html`<a href=${here(video.last_frame_url)} target="_blank" rel="noopener">Last frame</a>` : nothing}
        </figcaption>
      </figure>`,
    );
  }
  if (task.error) {
    return html`<div class="curtain" data-status="failed">
      <p><strong class="mono">${task.error.code}</strong></p>
      <p>${task.error.message}</p>
    </div>`;
  }
  return html`<div class="curtain">
    <p>${task.status === 'queued' ? 'In the queue.' : 'Rendering.'} The ${plan.outcome === 'completed' ? 'video' : 'outcome'} shows up here.</p>
    ${state.clock?.mode === 'auto' ? html`<p class="muted">Under an automatic clock each poll moves time on.</p>` : nothing}
    ${state.clock?.mode === 'frozen' ? html`<p class="muted">The clock is frozen: move it at the top.</p>` : nothing}
  </div>`;
}

function request(planned) {
  const sent = planned.request;
  if (!sent) {
    return nothing;
  }
  const whole = sent.report !== undefined;
  return html`
    ${whole ? verdict(sent.report) : nothing}
    ${whole ? violationList(sent.report.violations, { withPointer: true }) : nothing}
    <pre class="code" tabindex="0">${pretty(sent.body)}</pre>
    ${whole
      ? html`${copyAs({ method: 'POST', path: '/v1/videos/generations', body: pretty(sent.body) })}
          <a class="button quiet" href="#/new" @click=${() => (state.draft = sent.body)}>Edit and send again</a>`
      : html`<p class="muted">The beginning of ${plural(sent.bytes, 'byte')}.</p>`}
  `;
}

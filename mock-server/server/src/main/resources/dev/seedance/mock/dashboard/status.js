// Where a task stands: a word, a colour, a bar.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { sandboxNow } from './clock.js';
import { statusLabel } from './format.js';

/** The statuses that the contract names; another one is shown as it is. */
export const STATUSES = ['queued', 'in_progress', 'completed', 'failed'];

export function isFinal({ task }) {
  return task.status === 'completed' || task.status === 'failed';
}

export function pill(status) {
  const known = STATUSES.includes(status) ? status : 'other';
  return html`<span class="pill" data-status=${known}>${statusLabel(status)}</span>`;
}

/** What the server would say now: between two events it follows from the plan. */
export function progressNow({ task, plan }) {
  const now = sandboxNow();
  if (task.status !== 'in_progress' || now === null) {
    return task.progress;
  }
  const start = Date.parse(plan.starts_at);
  const done = (now - start) / (Date.parse(plan.ends_at) - start);
  return Number.isFinite(done) ? Math.max(task.progress, Math.min(99, Math.round(100 * done))) : task.progress;
}

export function bar(planned) {
  if (planned.task.status !== 'in_progress' && planned.task.status !== 'queued') {
    return nothing;
  }
  const progress = progressNow(planned);
  return html`<progress max="100" .value=${progress} aria-label=${`Progress of ${planned.task.id}`}>${progress} %</progress>
    <span class="percent">${progress} %</span>`;
}

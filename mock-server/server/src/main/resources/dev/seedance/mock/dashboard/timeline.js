// What happened to a task and what will, in the order of sandbox time.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { sandboxNow } from './clock.js';
import { date, span, time } from './format.js';

/** @returns the moments, oldest first: {at, title, detail, kind} */
export function moments({ task, plan }, deliveries) {
  const ends = Date.parse(plan.ends_at);
  const list = [
    { at: Date.parse(plan.submitted_at), title: 'Submitted', kind: 'done' },
    { at: Date.parse(plan.starts_at), title: 'Starts to render', kind: 'step' },
    { at: ends, ...ending(plan) },
  ];
  if (plan.outcome === 'completed' && task.expires_at) {
    list.push({ at: task.expires_at * 1000, title: 'Result expires', kind: 'step' });
  }
  for (const delivery of deliveries) {
    for (const attempt of delivery.attempts) {
      const delivered = attempt.status >= 200 && attempt.status < 300;
      list.push({
        at: Date.parse(attempt.at),
        title: `Webhook, attempt ${attempt.number}`,
        detail: attempt.status ? `HTTP ${attempt.status}` : attempt.error,
        kind: delivered ? 'done' : 'bad',
      });
    }
    if (delivery.next_attempt_at) {
      list.push({
        at: Date.parse(delivery.next_attempt_at),
        title: `Webhook, attempt ${delivery.attempts.length + 1}`,
        kind: 'step',
      });
    }
  }
  return list.sort((one, other) => one.at - other.at);
}

function ending({ outcome, error }) {
  if (outcome === 'completed') {
    return { title: 'Completed', kind: 'done' };
  }
  if (outcome === 'failed') {
    return { title: 'Failed', detail: error && `${error.code}: ${error.message}`, kind: 'bad' };
  }
  return { title: `Stays ${outcome.replaceAll('_', ' ')}`, detail: 'this scenario never ends', kind: 'bad' };
}

export function timeline(planned, deliveries) {
  const now = sandboxNow();
  const list = moments(planned, deliveries);
  const start = list[0].at;
  return html`<ol class="timeline">
    ${list.map(
      (moment) => html`<li data-kind=${moment.kind} data-past=${now !== null && moment.at <= now}>
        <div class="moment">
          <strong>${moment.title}</strong>
          ${now !== null && moment.at > now ? html`<span class="planned">planned, in ${span(moment.at - now)}</span>` : nothing}
          ${moment.detail ? html`<p class="muted">${moment.detail}</p>` : nothing}
        </div>
        <time class="mono" datetime=${new Date(moment.at).toISOString()} title=${`${date(moment.at)} ${time(moment.at)} UTC`}>
          ${moment.at === start ? time(moment.at) : `+${span(moment.at - start)}`}
        </time>
      </li>`,
    )}
  </ol>`;
}

// Webhooks that were sent for a task: what went out, what came back.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { attempt, call } from './api.js';
import { pretty, time, date } from './format.js';
import { icon } from './icons.js';
import { notify } from './store.js';

function redeliver(delivery, after) {
  return attempt(async () => {
    await call('POST', `/_mock/webhooks/deliveries/${encodeURIComponent(delivery.id)}/redeliver`);
    notify('Sent once more.');
    await after();
  });
}

/**
 * Deliveries as a section.
 *
 * @param after called when one was sent once more
 */
export function deliveriesOf(deliveries, callbackUrl, after) {
  if (deliveries.length === 0) {
    return html`<p class="nothing">
      ${callbackUrl ? html`Nothing was sent yet. It goes to <code>${callbackUrl}</code> when the task ends.` : 'No webhook: the request has no callback_url.'}
    </p>`;
  }
  return deliveries.map((delivery) => card(delivery, after));
}

function card(delivery, after) {
  return html`<article class="delivery">
    <header>
      <span class="pill" data-status=${{ delivered: 'completed', failed: 'failed' }[delivery.status] ?? 'queued'}>${delivery.status}</span>
      <code>${delivery.type}</code>
      <button class="quiet" @click=${() => redeliver(delivery, after)}>${icon('again')}Redeliver</button>
    </header>
    <p class="mono wrap">${delivery.url}</p>
    ${delivery.attempts.map(sent)}
    <details>
      <summary>Body</summary>
      <pre class="code" tabindex="0">${pretty(delivery.body)}</pre>
    </details>
  </article>`;
}

function sent(made) {
  const at = Date.parse(made.at);
  const { 'X-ToAPIs-Webhook-Signature': signature, ...headers } = made.headers;
  return html`<details>
    <summary>
      Attempt ${made.number}
      <span class=${made.status >= 200 && made.status < 300 ? 'good' : 'bad'}>
        ${made.status ? `HTTP ${made.status}` : 'no answer'}
      </span>
      <time class="muted" title=${date(at)}>${time(at)}</time>
      ${made.planned ? nothing : html`<span class="tag">on demand</span>`}
    </summary>
    <dl class="facts">
      ${signature === undefined ? nothing : html`<dt>Signature</dt><dd class="mono wrap">${signature}</dd>`}
      ${Object.entries(headers).map(([name, value]) => html`<dt>${name}</dt><dd class="mono wrap">${value}</dd>`)}
      ${made.error ? html`<dt>Error</dt><dd>${made.error}</dd>` : nothing}
      ${made.response === undefined ? nothing : html`<dt>Response</dt><dd class="mono wrap">${made.response === '' ? '(empty)' : made.response}</dd>`}
    </dl>
  </details>`;
}

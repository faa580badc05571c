// The servers that share the store, and who owns what; shown only if there may be several.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { call } from './api.js';
import { changed, state } from './store.js';

const EVERY_MS = 5000;

let timer = null;

/** Reads which servers there are, and goes on if there may be others. */
export async function watchCluster() {
  clearTimeout(timer);
  try {
    state.cluster = await call('GET', '/_mock/cluster');
    changed();
  } catch {
    // the stream of events notices that the server is gone
  }
  if (state.cluster?.shared) {
    timer = setTimeout(watchCluster, EVERY_MS);
  }
}

export function clusterSection() {
  const { cluster } = state;
  if (!cluster?.shared) {
    return nothing;
  }
  return html`<section class="panel cluster" aria-labelledby="cluster">
    <h2 id="cluster">Servers</h2>
    <p class="lead">They share a database. Each sandbox has one owner, for ${cluster.lease} after its last sign of life.</p>
    <div class="table-wrap">
      <table>
        <thead>
          <tr><th scope="col">Address</th><th scope="col">Seen</th><th scope="col">Sandboxes</th></tr>
        </thead>
        <tbody>
          ${cluster.members.map((member) => row(member, member.id === cluster.self))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function row({ address, seen_at: seenAt, sandboxes, owned }, isSelf) {
  return html`<tr>
    <td>${address}${isSelf ? ' (this one)' : ''}</td>
    <td>${seenAt}</td>
    <td>
      ${owned === 0
        ? '0'
        : html`<details>
            <summary>${owned}</summary>
            <code>${sandboxes.join(' ')}</code>${owned > sandboxes.length ? ' …' : ''}
          </details>`}
    </td>
  </tr>`;
}

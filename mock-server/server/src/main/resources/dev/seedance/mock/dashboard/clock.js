// The sandbox's clock: what time it is there, and the bar that moves it.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { live } from './lib/lit-html/directives/live.js';
import { attempt, call } from './api.js';
import { date, span, time } from './format.js';
import { icon } from './icons.js';
import { changed, state } from './store.js';

const MODES = [
  ['real', 'Real time'],
  ['scaled', 'Scaled'],
  ['frozen', 'Frozen'],
  ['auto', 'Automatic'],
];

const HINTS = {
  real: 'One second is one second.',
  scaled: 'Time runs faster here.',
  frozen: 'Time moves when you say so.',
  auto: 'Each poll moves time to the task’s next event.',
};

/** Takes over a clock as the control plane tells it. */
export function readClock(clock) {
  state.clock = {
    mode: clock.mode,
    scale: clock.scale,
    now: Date.parse(clock.now),
    nextAt: clock.next_event_at ? Date.parse(clock.next_event_at) : null,
    notice: clock.notice,
    readAt: performance.now(),
  };
}

/** The sandbox's now in ms; null where it is not known yet. */
export function sandboxNow() {
  const { clock } = state;
  return clock && clock.now + (performance.now() - clock.readAt) * clock.scale;
}

/** Whether time passes by itself. */
export function isFlowing() {
  return (state.clock?.scale ?? 0) > 0;
}

function move(method, path, body) {
  return attempt(async () => {
    readClock(await call(method, path, body));
    changed();
  });
}

/** What a scaled clock begins with: a minute in a second. */
const FIRST_SCALE = 60;

const setClock = (change) => move('PUT', '/_mock/clock', change);
const setMode = (mode) => setClock(mode === 'scaled' ? { mode, scale: FIRST_SCALE } : { mode });
const advance = (by) => move('POST', '/_mock/clock/advance', { by });

/** The bar. */
export function clockBar() {
  const { clock } = state;
  if (!clock) {
    return html`<section class="clock" aria-label="Clock"><p class="muted">…</p></section>`;
  }
  const now = sandboxNow();
  const frozen = clock.mode === 'frozen';
  return html`
    <section class="clock" aria-label="Clock of this sandbox">
      <div class="clock-face">
        <span class="clock-dot" data-flowing=${isFlowing()}></span>
        <time class="clock-time" datetime=${new Date(now).toISOString()}>${time(now)}</time>
        <span class="clock-date">${date(now)} UTC</span>
      </div>
      <label class="inline" title=${HINTS[clock.mode]}>
        <span class="visually-hidden">Mode of the clock</span>
        <select @change=${(event) => setMode(event.target.value)} .value=${live(clock.mode)}>
          ${MODES.map(
            ([mode, label]) => html`<option value=${mode} ?selected=${mode === clock.mode}>
              ${label}
            </option>`,
          )}
        </select>
      </label>
      ${clock.mode === 'scaled' ? scaleField(clock.scale) : nothing}
      ${clock.notice ? html`<p class="muted" role="status">${clock.notice}</p>` : nothing}
      <div class="clock-moves">
        <button @click=${() => setMode(frozen ? 'real' : 'frozen')}>
          ${icon(frozen ? 'play' : 'pause')}${frozen ? 'Run' : 'Freeze'}
        </button>
        <button @click=${() => advance('PT10S')}>+10 s</button>
        <button @click=${() => advance('PT1M')}>+1 min</button>
        <button
          @click=${() => move('POST', '/_mock/clock/advance-to-next')}
          ?disabled=${clock.nextAt === null}
        >
          ${icon('next')}Next event
          ${clock.nextAt === null ? nothing : html`<span class="muted">${clock.nextAt - now < 500 ? 'now' : `in ${span(clock.nextAt - now)}`}</span>`}
        </button>
      </div>
    </section>
  `;
}

function scaleField(scale) {
  return html`<label class="inline clock-scale">
    ×<input
      type="number"
      min="0.1"
      max="100000"
      step="any"
      aria-label="Sandbox seconds in a second"
      .value=${live(String(scale))}
      @change=${(event) => setClock({ mode: 'scaled', scale: Number(event.target.value) })}
    />
  </label>`;
}

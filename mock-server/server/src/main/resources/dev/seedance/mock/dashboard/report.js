// What the validator says, beside what it says it of.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { icon } from './icons.js';

/**
 * Violations as a list.
 *
 * @param onAllowed called with a violation and one of its allowed values; without it they are only shown
 */
export function violationList(violations, { withPointer = false, onAllowed = null } = {}) {
  return violations.length === 0
    ? nothing
    : html`<ul class="violations">
        ${violations.map(
          (violation) => html`<li class="violation" data-severity=${violation.severity}>
            ${icon('warn')}
            <div>
              <span class="visually-hidden">${violation.severity}: </span>${violation.message}
              <div class="violation-facts">
                ${withPointer ? html`<code>${violation.pointer === '' ? 'request' : violation.pointer}</code>` : nothing}
                <code class="rule">${violation.rule}</code>
                ${allowed(violation, onAllowed)}
              </div>
            </div>
          </li>`,
        )}
      </ul>`;
}

const MAX_ALLOWED = 14;

function allowed(violation, onAllowed) {
  const values = violation.allowed.slice(0, MAX_ALLOWED);
  if (!onAllowed || values.length === 0) {
    return nothing;
  }
  return html`<span class="allowed">
    <span class="muted">Use</span>
    ${values.map(
      (value) => html`<button type="button" class="chip small" @click=${() => onAllowed(violation, value)}>${String(value)}</button>`,
    )}
  </span>`;
}

/** One line on a whole report. */
export function verdict(report) {
  if (!report) {
    return html`<p class="verdict muted">…</p>`;
  }
  const errors = report.violations.filter(({ severity }) => severity === 'error').length;
  const warnings = report.violations.length - errors;
  const words = [
    errors === 0 ? 'Valid' : `${errors} ${errors === 1 ? 'error' : 'errors'}`,
    ...(warnings === 0 ? [] : [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`]),
  ];
  const kind = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'valid';
  return html`<p class="verdict" data-kind=${kind}>${icon(kind === 'valid' ? 'check' : 'warn')}${words.join(', ')}</p>`;
}

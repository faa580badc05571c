// The inputs of the form. What they offer comes from the capability table.
import { html, nothing } from './lib/lit-html/lit-html.js';
import { live } from './lib/lit-html/directives/live.js';
import { CHOICES, fallback, known, MEDIA } from './fields.js';
import { icon } from './icons.js';

/** The models as cards, one of which is chosen. */
export function modelCards(table, chosen, onChoice, violations) {
  return html`<fieldset class="field">
    <legend class="label">Model</legend>
    <div class="models">
      ${Object.entries(table.models).map(
        ([name, model]) => html`<label class="model">
          <input type="radio" name="model" value=${name} .checked=${live(name === chosen)} @change=${() => onChoice(name)} />
          <span><strong>${name}</strong><small>${model.purpose}</small></span>
        </label>`,
      )}
    </div>
    ${violations}
  </fieldset>`;
}

/** The fields with a choice, each with what it offers for a model and a value. */
export function choiceFields(table) {
  return known(CHOICES, table).map((field) => ({
    ...field,
    optionsFor: (model, value) => {
      const text = (one) => (field.text ?? String)(one, model);
      const offered = model ? field.choices(model, table) : [];
      const options = offered.map((one) => [one, text(one)]);
      const isStray = value !== undefined && value !== '' && !offered.includes(value);
      return {
        options: isStray ? [...options, [value, `${text(value)} · not on this model`]] : options,
        none: offered.length === 0 ? 'not on this model' : withDefault(fallback(field, model, table)),
        disabled: offered.length === 0 && !isStray,
      };
    },
  }));
}

function withDefault(words) {
  return words === '' ? 'default' : `default: ${words}`;
}

/** A choice of one value or none. */
export function choiceField({ name, label, value, options, none, disabled, onChange, violations, isInvalid }) {
  const index = options.findIndex(([one]) => one === value);
  return html`<label class="field">
    <span class="label">${label}</span>
    <select
      name=${name}
      ?disabled=${disabled}
      aria-invalid=${Boolean(isInvalid)}
      .value=${live(String(index))}
      @change=${(event) => onChange(options[Number(event.target.value)]?.[0] ?? '')}
    >
      <option value="-1" ?selected=${index < 0}>${none}</option>
      ${options.map(([, text], position) => html`<option value=${position} ?selected=${position === index}>${text}</option>`)}
    </select>
    ${violations ?? nothing}
  </label>`;
}

/** A line of text. */
export function textField({ name, label, placeholder, value, onChange, violations, isInvalid }) {
  return html`<label class="field">
    <span class="label">${label} <code>${name}</code></span>
    <input
      name=${name}
      placeholder=${placeholder}
      autocomplete="off"
      spellcheck="false"
      .value=${live(String(value))}
      aria-invalid=${isInvalid}
      @input=${(event) => onChange(event.target.value)}
    />
    ${violations}
  </label>`;
}

/** Media with their roles. */
export function mediaRows({ media, table, model, reportOf, edit }) {
  const add = (kind) =>
    edit((draft) => draft.media.push({ kind, url: '', role: model?.[MEDIA[kind].roles]?.[0] ?? '' }));
  return html`<fieldset class="field">
    <legend class="label">Images, videos, sounds</legend>
    ${media.map((row, index) => mediaRow({ row, index, table, model, violations: reportOf(index), edit }))}
    <div class="adders">
      ${Object.entries(MEDIA)
        .filter(([, { list }]) => table.fields.includes(list))
        .map(([kind]) => html`<button type="button" class="quiet" @click=${() => add(kind)}>${icon('plus')}${kind}</button>`)}
    </div>
  </fieldset>`;
}

function mediaRow({ row, index, table, model, violations, edit }) {
  const { roles, schemes } = MEDIA[row.kind];
  const offered = model?.[roles] ?? [];
  const shown = offered.includes(row.role) || row.role === '' ? offered : [...offered, row.role];
  return html`<div class="media-row">
    <span class="tag">${row.kind}</span>
    <select
      aria-label=${`Role of ${row.kind} ${index + 1}`}
      .value=${live(row.role)}
      @change=${(event) => edit((draft) => (draft.media[index].role = event.target.value))}
    >
      ${shown.map(
        (role) => html`<option value=${role} ?selected=${role === row.role}>${role}${offered.includes(role) ? '' : ' · not on this model'}</option>`,
      )}
    </select>
    <input
      aria-label=${`URL of ${row.kind} ${index + 1}`}
      placeholder=${`${table[schemes].join(', ')} URL`}
      autocomplete="off"
      spellcheck="false"
      .value=${live(row.url)}
      @input=${(event) => edit((draft) => (draft.media[index].url = event.target.value))}
    />
    <button
      type="button"
      class="quiet round"
      aria-label=${`Remove ${row.kind} ${index + 1}`}
      @click=${() => edit((draft) => draft.media.splice(index, 1))}
    >
      ${icon('cross')}
    </button>
    <div class="media-report">${violations}</div>
  </div>`;
}

/** The tools, where the revision has any. */
export function toolField({ table, tools, edit, violations }) {
  return (table.tools ?? []).length === 0
    ? nothing
    : html`<fieldset class="field">
        <legend class="label">Tools</legend>
        ${table.tools.map(
          (tool) => html`<label class="check">
            <input
              type="checkbox"
              .checked=${live(tools.includes(tool))}
              @change=${() =>
                edit((draft) => {
                  draft.tools = tools.includes(tool) ? tools.filter((one) => one !== tool) : [...tools, tool];
                })}
            />${tool}
          </label>`,
        )}
        ${violations}
      </fieldset>`;
}

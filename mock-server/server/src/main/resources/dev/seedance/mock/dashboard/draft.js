// The request that is being written, as fields and as JSON.
import { MEDIA, TEXTS } from './fields.js';

/** An empty one. `extra` holds members that the form has no field for. */
export function emptyDraft(model = '') {
  return { values: { model, prompt: '' }, media: [], tools: [], extra: {} };
}

/** The request as an object: what is empty is not sent. */
export function toRequest(draft) {
  const request = {};
  for (const [name, value] of Object.entries(draft.values)) {
    if (value !== '' && value !== undefined) {
      request[name] = value;
    }
  }
  for (const { kind, url, role } of draft.media) {
    (request[MEDIA[kind].list] ??= []).push({ url, role });
  }
  if (draft.tools.length > 0) {
    request.tools = draft.tools.map((type) => ({ type }));
  }
  return { ...request, ...draft.extra };
}

/** The fields of a request; what has none, or not the form that a field can show, is kept as it is. */
export function fromRequest(request) {
  const draft = emptyDraft();
  for (const [name, value] of Object.entries(request)) {
    const kind = Object.keys(MEDIA).find((one) => MEDIA[one].list === name);
    if (kind && isMedia(value)) {
      draft.media.push(...value.map(({ url, role }) => ({ kind, url, role })));
    } else if (name === 'tools' && Array.isArray(value) && value.every((tool) => typeof tool?.type === 'string')) {
      draft.tools = value.map(({ type }) => type);
    } else if (value !== null && typeof value !== 'object') {
      draft.values[name] = value;
    } else {
      draft.extra[name] = value;
    }
  }
  return draft;
}

/** A JSON object that was written as text; null where the text is none. */
export function readObject(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function isMedia(value) {
  return Array.isArray(value) && value.every((one) => typeof one?.url === 'string' && typeof one?.role === 'string');
}

/** What was typed into a field, as JSON would have it: an integer where it is one. */
export function typed(name, text) {
  const field = TEXTS.find((one) => one.name === name);
  return field?.integer && /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text;
}

/** Which row of `media` a JSON pointer means; -1 for none. */
export function mediaIndex(draft, pointer) {
  const [, list, index] = pointer.split('/');
  let seen = 0;
  return draft.media.findIndex(({ kind }) => MEDIA[kind].list === list && String(seen++) === index);
}

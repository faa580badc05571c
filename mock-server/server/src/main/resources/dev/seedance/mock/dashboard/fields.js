// The fields of a generation request, and what the capability table says of each. A new model or revision is a new
// table: nothing here knows one by name.

/** Media by kind: which list of the request they are in, and where the table has their roles. */
export const MEDIA = {
  image: { list: 'image_with_roles', roles: 'image_roles', schemes: 'image_url_schemes' },
  video: { list: 'video_with_roles', roles: 'video_roles', schemes: 'video_url_schemes' },
  audio: { list: 'audio_with_roles', roles: 'audio_roles', schemes: 'audio_url_schemes' },
};

const range = ({ min, max }) => Array.from({ length: max - min + 1 }, (_, index) => min + index);
const switchOf = (exposed) => (exposed ? [true, false] : []);

/**
 * Fields with a choice. `choices` gets the model's row and the table, and gives what both allow; none means that the
 * model does not have the field.
 */
export const CHOICES = [
  {
    name: 'duration',
    label: 'Duration',
    choices: (model) => [...model.auto_durations, ...model.durations],
    text: (value, model) => (model?.auto_durations.includes(value) ? `${value} (automatic)` : `${value} s`),
    fallback: (model) => (model?.auto_durations.length > 0 ? 'automatic' : `${model?.durations[0] ?? ''} s`),
  },
  { name: 'resolution', label: 'Resolution', choices: (model) => model.resolutions },
  { name: 'aspect_ratio', label: 'Aspect ratio', choices: (model, table) => table.aspect_ratios },
  {
    name: 'generate_audio',
    label: 'Sound',
    choices: (model) => switchOf(model.generate_audio),
    text: (value) => (value === true ? 'on' : value === false ? 'off' : String(value)),
  },
  {
    name: 'return_last_frame',
    label: 'Last frame too',
    choices: (model) => switchOf(model.return_last_frame),
    text: (value) => (value === true ? 'yes' : value === false ? 'no' : String(value)),
  },
  { name: 'count', label: 'Results', choices: (model) => (model.outputs ? range(model.outputs) : []), fallbackOf: 'outputs' },
  { name: 'media_mode', label: 'Media mode', choices: (model) => model.media_modes, fallback: () => 'none' },
];

/** Fields of free text. */
export const TEXTS = [
  { name: 'client_business_id', label: 'Your own id', placeholder: 'order-123' },
  { name: 'callback_url', label: 'Webhook to', placeholder: 'http://127.0.0.1:9000/hook' },
  { name: 'trace_id', label: 'Trace id', placeholder: '' },
  { name: 'seed', label: 'Seed', placeholder: '42', integer: true },
];

/** What the server takes for a field that is not sent, in words. */
export function fallback(field, model, table) {
  if (field.fallback) {
    return field.fallback(model);
  }
  const value = table.defaults[field.fallbackOf ?? field.name];
  return value === undefined ? '' : (field.text ?? String)(value, model);
}

/** The fields that this revision has. */
export function known(fields, table) {
  return fields.filter(({ name }) => table.fields.includes(name));
}

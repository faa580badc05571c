// Any request as a command or a program, to copy.
import { html } from './lib/lit-html/lit-html.js';
import { SERVER } from './api.js';
import { icon } from './icons.js';
import { DEFAULT_KEY } from './keys.js';
import { changed, notify, state } from './store.js';

const VARIABLE = 'SEEDANCE_API_KEY';

/**
 * A request.
 *
 * @typedef {{method: string, path: string, headers?: Object<string, string>, body?: string}} Sample
 */

/** The languages: a name, and a function from a request to a text. */
export const LANGUAGES = { curl, Java: java, TypeScript: typescript };

/** A key that is a secret stays out of what is copied. */
function isPublic() {
  return state.key === DEFAULT_KEY;
}

function url(sample) {
  return SERVER + sample.path;
}

function headers(sample) {
  return {
    ...(sample.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...sample.headers,
  };
}

function shellQuoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

export function curl(sample) {
  const key = isPublic() ? `'Authorization: Bearer ${state.key}'` : `"Authorization: Bearer $${VARIABLE}"`;
  const lines = [`curl -X ${sample.method} ${shellQuoted(url(sample))}`, `-H ${key}`];
  for (const [name, value] of Object.entries(headers(sample))) {
    lines.push(`-H ${shellQuoted(`${name}: ${value}`)}`);
  }
  if (sample.body !== undefined) {
    lines.push(`-d ${shellQuoted(sample.body)}`);
  }
  return lines.join(' \\\n  ');
}

function javaString(text) {
  return JSON.stringify(text).replaceAll('\\b', '\\u0008').replaceAll('\\f', '\\u000c');
}

function javaBlock(text, indent) {
  const lines = text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"""').split('\n');
  return `"""\n${lines.map((line) => indent + line).join('\n')}"""`;
}

export function java(sample) {
  const key = isPublic() ? javaString(`Bearer ${state.key}`) : `"Bearer " + System.getenv("${VARIABLE}")`;
  const steps = [`.header("Authorization", ${key})`];
  for (const [name, value] of Object.entries(headers(sample))) {
    steps.push(`.header(${javaString(name)}, ${javaString(value)})`);
  }
  const body =
    sample.body === undefined
      ? 'HttpRequest.BodyPublishers.noBody()'
      : `HttpRequest.BodyPublishers.ofString(\n            ${javaBlock(sample.body, '            ')})`;
  steps.push(`.method(${javaString(sample.method)}, ${body})`);
  return `var request =
    HttpRequest.newBuilder(URI.create(${javaString(url(sample))}))
        ${steps.join('\n        ')}
        .build();
var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
System.out.println(response.body());`;
}

export function typescript(sample) {
  const key = isPublic() ? JSON.stringify(`Bearer ${state.key}`) : '`Bearer ${process.env.' + VARIABLE + '}`';
  const all = [`Authorization: ${key},`];
  for (const [name, value] of Object.entries(headers(sample))) {
    all.push(`${JSON.stringify(name)}: ${JSON.stringify(value)},`);
  }
  const body = sample.body === undefined ? '' : `\n  body: ${typescriptBody(sample.body)},`;
  return `const response = await fetch(${JSON.stringify(url(sample))}, {
  method: ${JSON.stringify(sample.method)},
  headers: {
    ${all.join('\n    ')}
  },${body}
});
console.log(response.status, await response.json());`;
}

function typescriptBody(body) {
  try {
    return `JSON.stringify(${JSON.stringify(JSON.parse(body), null, 2).replaceAll('\n', '\n  ')})`;
  } catch {
    return JSON.stringify(body);
  }
}

/** Buttons that copy a request, one a language. */
export function copyAs(sample) {
  return html`<div class="copy-as" role="group" aria-label="Copy this request">
    <span class="muted">${icon('copy')}Copy as</span>
    ${Object.entries(LANGUAGES).map(
      ([name, write]) => html`<button type="button" class="quiet" @click=${() => copy(write(sample), name)}>${name}</button>`,
    )}
  </div>`;
}

/** Puts a text on the clipboard, or shows it where the browser won't let us. */
export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    notify(`Copied as ${what}.`);
  } catch {
    state.toCopy = text;
    changed();
  }
}

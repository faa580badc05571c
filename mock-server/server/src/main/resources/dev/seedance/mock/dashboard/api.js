// Calls of this server, with the key of the chosen sandbox in the header and nowhere else.
import { state, notify } from './store.js';

/** The address of the server: that of the page, with the path prefix that a proxy may add. */
export const SERVER = new URL('..', import.meta.url).href.replace(/\/$/, '');

/** A refusal, with the message of its body where there is one. */
export class Refusal extends Error {
  constructor(status, body) {
    super(body?.error?.message ?? `the server answered with ${status}`);
    this.status = status;
    this.body = body;
  }
}

/**
 * Calls and reads the JSON answer; null where there is none.
 *
 * @param body an object, or a string that goes out as it is
 */
export async function call(method, path, body, options = {}) {
  const { answer } = await exchange(method, path, body, options);
  return answer;
}

/** The same with the response. */
export async function exchange(method, path, body, { headers = {}, signal } = {}) {
  const response = await fetch(SERVER + path, {
    method,
    signal,
    cache: 'no-store',
    headers: {
      Authorization: `Bearer ${state.key}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const answer = parsed(text);
  if (!response.ok) {
    throw new Refusal(response.status, answer);
  }
  return { response, answer };
}

/** Runs what a button does, and shows why where it fails. */
export async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    notify(error instanceof TypeError ? 'The server can’t be reached.' : error.message, true);
    return undefined;
  }
}

function parsed(text) {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

// Keeps the state in step with the sandbox: everything once, then what its events tell.
import { call, Refusal, SERVER } from './api.js';
import { share } from './shared.js';
import { readEvents } from './stream.js';
import { state, changed } from './store.js';
import { readClock, sandboxNow } from './clock.js';

/** How many tasks are shown at most. */
export const MAX_TASKS = 500;

const RETRY_MS = [500, 1000, 2000, 5000];

/** How long to gather news before asking for what they don't tell, in ms. */
const SOON_MS = 60;
const LATER_MS = 400;

const listeners = new Set();
let current = new AbortController();
const unknown = new Set();
let fetching = null;

/** Calls a function with the name and the data of each event. */
export function onEvent(listener) {
  listeners.add(listener);
}

/** Watches the sandbox of the chosen key from now on, and no other. */
export function watch() {
  unwatch();
  current = new AbortController();
  const { signal } = current;
  state.tasks = new Map();
  state.tasksLoaded = false;
  state.clock = null;
  state.connection = 'connecting';
  changed();
  share(
    `seedance ${SERVER} ${state.key}`,
    (tell) => follow(tell, signal),
    (message) => take(message, signal),
    signal,
  );
}

/** Ends the stream, so that another tab can have it. */
export function unwatch() {
  current.abort();
}

/** Reads the stream again and again, and tells what comes. */
async function follow(tell, signal) {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await listen(tell, signal);
      failures = 0;
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      tell({ connection: failed(error) });
      if (isUnwelcome(error)) {
        return;
      }
      failures++;
    }
    await retryPause(failures, signal);
  }
}

async function listen(tell, signal) {
  const response = await fetch(`${SERVER}/_mock/events`, {
    headers: { Authorization: `Bearer ${state.key}` },
    cache: 'no-store',
    signal,
  });
  if (!response.ok) {
    throw new Refusal(response.status, await response.json().catch(() => null));
  }
  tell({ connection: 'live' });
  await readEvents(response, (name, data) => tell({ event: { name, data } }));
}

/** Events that wait for the state which they change; null if it is there. */
let waiting = null;

function take({ connection, event }, signal) {
  if (signal.aborted) {
    return;
  }
  if (connection === 'live') {
    catchUp(signal);
  } else if (connection) {
    waiting = null;
    state.connection = connection;
    changed();
  } else if (waiting) {
    waiting.push(event);
  } else {
    happen(event);
  }
}

/** Reads the whole state, then the events that came in the meantime; a later call takes the place of this one. */
async function catchUp(signal) {
  const events = [];
  waiting = events;
  for (let failures = 0; waiting === events && !signal.aborted; failures++) {
    try {
      await load(signal);
      if (waiting === events && !signal.aborted) {
        waiting = null;
        state.connection = 'live';
        events.forEach(happen);
        if (state.clock === null) {
          refreshClock();
        }
        changed();
      }
      return;
    } catch (error) {
      if (waiting !== events || signal.aborted) {
        return;
      }
      state.connection = failed(error);
      changed();
      if (isUnwelcome(error)) {
        return;
      }
    }
    await retryPause(failures + 1, signal);
  }
}

function failed(error) {
  return error instanceof Refusal ? 'refused' : 'lost';
}

/** Returns true if another key has to be chosen. */
function isUnwelcome(error) {
  return error instanceof Refusal && error.status === 401;
}

function retryPause(failures, signal) {
  return pause(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)], signal);
}

async function load(signal) {
  const [{ tasks }, table] = await Promise.all([
    call('GET', `/_mock/tasks?limit=${MAX_TASKS}`, undefined, { signal }),
    call('GET', '/_mock/capabilities', undefined, { signal }),
  ]);
  state.table = table;
  state.tasks = new Map(tasks.map((planned) => [planned.task.id, planned]));
  state.tasksLoaded = true;
}

function happen({ name, data }) {
  if (name === 'clock') {
    readClock(data);
  } else if (name === 'task') {
    taskMoved(data);
  } else if (name === 'revision') {
    refreshTable();
  } else if (name === 'reset') {
    state.tasks = new Map();
    refreshClock();
    refreshTable();
  }
  listeners.forEach((listener) => listener(name, data));
  changed();
}

/** Another revision has another table. */
async function refreshTable() {
  const { signal } = current;
  try {
    const table = await call('GET', '/_mock/capabilities', undefined, { signal });
    if (!signal.aborted) {
      state.table = table;
      changed();
    }
  } catch {
    // the stream notices that the server is gone
  }
}

function taskMoved({ id, status, progress, at }) {
  const known = state.tasks.get(id);
  if (known) {
    state.tasks.set(id, { ...known, task: { ...known.task, status, progress } });
  }
  const isFinal = status === 'completed' || status === 'failed';
  if (!known || isFinal) {
    unknown.add(id);
    fetching ??= setTimeout(fetchUnknown, SOON_MS);
  }
  const now = sandboxNow();
  if (now !== null && Date.parse(at) > now + 5) {
    state.clock = { ...state.clock, now: Date.parse(at), readAt: performance.now() };
  }
  refreshClock();
}

/** One by one while they are few, all at once where they are many; never twice at a time. */
async function fetchUnknown() {
  const ids = [...unknown];
  unknown.clear();
  const { signal } = current;
  try {
    if (ids.length > 8) {
      await load(signal);
    } else {
      const found = await Promise.all(
        ids.map((id) => call('GET', `/_mock/tasks/${encodeURIComponent(id)}`, undefined, { signal })),
      );
      found.forEach(keep);
    }
    changed();
  } catch (error) {
    if (!signal.aborted && !(error instanceof Refusal)) {
      state.connection = 'lost';
      changed();
    }
  } finally {
    fetching = unknown.size > 0 ? setTimeout(fetchUnknown, LATER_MS) : null;
  }
}

/** Puts a task in its place: a new one is the newest. */
export function keep(planned) {
  const { id } = planned.task;
  if (state.tasks.has(id)) {
    state.tasks.set(id, planned);
    return;
  }
  const newest = [[id, planned], ...state.tasks];
  newest.sort((one, other) => Date.parse(other[1].plan.submitted_at) - Date.parse(one[1].plan.submitted_at));
  state.tasks = new Map(newest.slice(0, MAX_TASKS));
}

let clockRefresh = null;

/** Asks when something will happen next, once for a burst of events. */
export function refreshClock() {
  clockRefresh ??= setTimeout(async () => {
    clockRefresh = null;
    const { signal } = current;
    try {
      const clock = await call('GET', '/_mock/clock', undefined, { signal });
      if (!signal.aborted) {
        readClock(clock);
        changed();
      }
    } catch {
      // the stream notices that the server is gone
    }
  }, 150);
}

function pause(ms, signal) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

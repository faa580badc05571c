// Keeps the state in step with the sandbox: everything once, then what its events tell.
import { call, Refusal, SERVER } from './api.js';
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
  current.abort();
  current = new AbortController();
  state.tasks = new Map();
  state.tasksLoaded = false;
  state.clock = null;
  state.connection = 'connecting';
  changed();
  follow(current.signal);
}

async function follow(signal) {
  for (let failures = 0; !signal.aborted; ) {
    try {
      await listen(signal);
      failures = 0;
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      state.connection = error instanceof Refusal ? 'refused' : 'lost';
      changed();
      if (error instanceof Refusal && error.status === 401) {
        return; // another key has to be chosen
      }
      failures++;
    }
    await pause(RETRY_MS[Math.min(failures, RETRY_MS.length - 1)], signal);
  }
}

async function listen(signal) {
  const response = await fetch(`${SERVER}/_mock/events`, {
    headers: { Authorization: `Bearer ${state.key}` },
    cache: 'no-store',
    signal,
  });
  if (!response.ok) {
    throw new Refusal(response.status, await response.json().catch(() => null));
  }
  await load(signal);
  state.connection = 'live';
  changed();
  await readEvents(response, (name, data) => {
    if (!signal.aborted) {
      happen(name, data);
    }
  });
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

function happen(name, data) {
  if (name === 'clock') {
    readClock(data);
  } else if (name === 'task') {
    taskMoved(data);
  } else if (name === 'reset') {
    state.tasks = new Map();
    refreshClock();
  }
  listeners.forEach((listener) => listener(name, data));
  changed();
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

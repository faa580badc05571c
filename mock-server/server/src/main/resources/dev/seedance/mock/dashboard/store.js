// What the page knows, in one place. Views are functions of it; whoever changes it says so with changed().

/** The state. Views read it; the modules that own a part change it. */
export const state = {
  route: { name: 'tasks', id: null },
  key: '',
  keys: [],
  /** connecting, live, lost or refused */
  connection: 'connecting',
  /** {mode, scale, now, nextAt, readAt}: now and nextAt in ms of sandbox time, readAt by performance.now() */
  clock: null,
  /** the capability table of the sandbox's revision */
  table: null,
  /** planned tasks by id, the newest first */
  tasks: new Map(),
  tasksLoaded: false,
  /** the servers that share the store; null until they are known */
  cluster: null,
  notice: null,
};

const listeners = new Set();
let scheduled = false;

/** Calls a function after each change, at most once a frame. */
export function onChange(listener) {
  listeners.add(listener);
}

/** Says that the state is another than before. */
export function changed() {
  if (scheduled) {
    return;
  }
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    listeners.forEach((listener) => listener());
  });
}

/** Shows a short message; `bad` for what went wrong. It stays until it is closed or the next one comes. */
export function notify(text, bad = false) {
  state.notice = { text, bad };
  changed();
}

// One stream of events for all tabs on a sandbox: a browser opens six connections to a host, and a stream for each tab
// would leave none for calls. One tab reads the stream and tells the others; when it closes, the next one takes over.

/**
 * Takes part in a stream.
 *
 * @param name the same in all tabs that share the stream
 * @param read reads the stream until the signal aborts; called in one tab at a time, with what tells all tabs
 * @param take called with each message, {connection} or {event}; a tab that comes late is told the latest connection
 */
export function share(name, read, take, signal) {
  if (!navigator.locks) {
    read(take); // browsers have locks only on https and on this machine: elsewhere each tab has a stream of its own
    return;
  }
  const self = `${Math.random()}`;
  const channel = new BroadcastChannel(name);
  let latest = null;
  channel.onmessage = ({ data }) => {
    if (data.newcomer) {
      if (latest) {
        channel.postMessage({ ...latest, to: data.newcomer });
      }
    } else if (data.to === undefined || data.to === self) {
      take(data);
    }
  };
  signal.addEventListener('abort', () => channel.close());
  channel.postMessage({ newcomer: self });
  const tell = (message) => {
    if (!signal.aborted) {
      latest = message.connection ? message : latest;
      channel.postMessage(message);
      take(message);
    }
  };
  navigator.locks
    .request(name, { signal }, () => read(tell))
    .catch(() => {
      // another sandbox was chosen before it was this tab's turn
    });
}

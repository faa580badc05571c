// How times, lengths and names are written.

const UNITS = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** A length of time in its two largest units, such as 2 min 5 s. */
export function span(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const parts = [];
  let left = seconds;
  for (const [size, unit] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) {
      parts.push(`${count} ${unit}`);
    } else if (parts.length > 0) {
      break;
    }
    if (parts.length === 2) {
      break;
    }
  }
  return parts.length === 0 ? '0 s' : parts.join(' ');
}

/** The largest unit alone, for lists. */
export function age(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [size, unit] = UNITS.find(([length]) => seconds >= length) ?? [1, 's'];
  return `${Math.floor(seconds / size)} ${unit}`;
}

/** 14:03:09, in UTC. */
export function time(ms) {
  return new Date(ms).toISOString().slice(11, 19);
}

/** 2026-01-01, in UTC. */
export function date(ms) {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The end of an id, where they differ. */
export function shortId(id) {
  return id.length > 14 ? `…${id.slice(-8)}` : id;
}

/** JSON for people; text that is none stays as it is. */
export function pretty(json) {
  try {
    return JSON.stringify(typeof json === 'string' ? JSON.parse(json) : json, null, 2);
  } catch {
    return String(json);
  }
}

export function plural(count, noun) {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** What is shown in the place of a status of the API. */
export function statusLabel(status) {
  return status.replaceAll('_', ' ');
}

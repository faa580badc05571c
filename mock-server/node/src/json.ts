/** Returns the text at a path of members in a JSON document; undefined if there is none. */
export function readString(text: string, ...path: string[]): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  for (const name of path) {
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  }
  return typeof value === "string" ? value : undefined;
}

/** Returns the instant of an ISO 8601 text; undefined for none. */
export function instant(text: string | null | undefined): Date | undefined {
  return text === null || text === undefined ? undefined : new Date(text);
}

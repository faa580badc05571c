/** A length of time: ISO 8601 text such as `PT3M`, or its parts, which are added up. */
export type Duration = string | DurationParts;

/** The parts of a length of time. */
export interface DurationParts {
  days?: number;
  hours?: number;
  minutes?: number;
  seconds?: number;
  milliseconds?: number;
}

const MILLISECONDS: Record<keyof DurationParts, number> = {
  days: 86_400_000,
  hours: 3_600_000,
  minutes: 60_000,
  seconds: 1_000,
  milliseconds: 1,
};

/** Returns a length of time as ISO 8601 text; the server checks text, this checks parts. */
export function iso(duration: Duration): string {
  return typeof duration === "string" ? duration : `PT${milliseconds(duration) / 1000}S`;
}

/** Returns the sum of the parts, in whole milliseconds. */
export function milliseconds(parts: DurationParts): number {
  let sum = 0;
  for (const [name, value] of Object.entries(parts)) {
    const factor = MILLISECONDS[name as keyof DurationParts];
    if (factor === undefined || typeof value !== "number" || !Number.isFinite(value)) {
      throw new TypeError(
        `the duration has ${name}: ${value}, expected numbers of ${Object.keys(MILLISECONDS).join(", ")}`,
      );
    }
    sum += factor * value;
  }
  return Math.round(sum);
}

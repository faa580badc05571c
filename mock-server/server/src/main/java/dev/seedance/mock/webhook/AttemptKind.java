package dev.seedance.mock.webhook;

/** The kinds of attempts to deliver a webhook. */
enum AttemptKind {
  /** Made by the retry table. */
  PLANNED,
  /** Made by the retry table, signed with a secret that nobody has: a fault of the scenario. */
  PLANNED_BADLY_SIGNED,
  /** Made beside the retry table. */
  ON_DEMAND
}

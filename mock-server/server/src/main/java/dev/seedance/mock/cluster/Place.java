package dev.seedance.mock.cluster;

import dev.seedance.mock.store.SandboxStore.Member;

/** The server that owns a sandbox. */
sealed interface Place {

  /** This server owns it. */
  record Here(HeldSandbox sandbox) implements Place {}

  /** Another server owns it. */
  record Elsewhere(Member owner) implements Place {}

  /** Nobody does, because there is no such sandbox. */
  record Nowhere() implements Place {}

  /** This server has just given it back. */
  record GivenBack() implements Place {}
}

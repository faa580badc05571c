package dev.seedance.mock.http;

/** The part that the sandbox of the caller's key has in a request to an API path. */
public enum SandboxNeed {
  /** The route works on the sandbox. */
  ALWAYS,
  /** The route tells of the server, and of the sandbox if this server has it; no key is needed. */
  IF_THERE,
  /** The route tells of the server alone; a key is needed. */
  NEVER,
  /** The route tells of the server alone; no key is needed, and one that is there means nothing. */
  OPEN;

  /** Returns the need of a path. */
  public static SandboxNeed of(String path) {
    return switch (path) {
      case "/_mock/health", "/_mock/ca.pem" -> IF_THERE;
      case "/_mock/cluster" -> NEVER;
      case "/_mock/health/live", "/_mock/health/ready" -> OPEN;
      default -> ALWAYS;
    };
  }
}

package dev.seedance.mock.cli;

import dev.seedance.mock.options.MockOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

/** The process for which the server runs: it may be killed, and could then stop nobody. */
final class WatchedProcess implements StopReason {

  private final @Nullable Long pid;
  private final @Nullable ProcessHandle process;
  private final byte[] advice;

  private WatchedProcess(@Nullable Long pid) {
    this.pid = pid;
    this.process = pid == null ? null : ProcessHandle.of(pid).orElse(null);
    this.advice =
        StopReason.line(
            "process "
                + pid
                + " has ended, so the server has ended with it, as "
                + MockOptions.STOP_WITH_PROCESS.flag()
                + " asks.");
  }

  /**
   * Begins to watch a process.
   *
   * @param pid its number; null for none
   */
  static WatchedProcess of(@Nullable Long pid) {
    return new WatchedProcess(pid);
  }

  /** Tells if the process has ended, or is not there at all: never if none is watched. */
  @Override
  public boolean holds() {
    return pid != null && (process == null || !process.isAlive());
  }

  @Override
  public byte[] advice() {
    return advice;
  }

  @Override
  public int exitCode() {
    return ExitCode.OK;
  }
}

package dev.seedance.mock.cli;

import dev.seedance.mock.server.RunningServer;
import picocli.CommandLine.ExitCode;

/**
 * Stops the server when the process gets a signal to end, such as SIGTERM, and ends with code 0:
 * the JVM by itself would end with 128 and the number of the signal.
 */
final class StopOnSignal extends Thread {

  private final RunningServer server;

  private StopOnSignal(RunningServer server) {
    super("mock-stop");
    this.server = server;
  }

  /** Waits for signals from now on. */
  static StopOnSignal install(RunningServer server) {
    var hook = new StopOnSignal(server);
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  /** Waits no more: the command ends by itself. */
  void remove() {
    Runtime.getRuntime().removeShutdownHook(this);
  }

  @Override
  public void run() {
    server.close();
    Runtime.getRuntime().halt(ExitCode.OK);
  }
}

package dev.seedance.mock;

import dev.seedance.mock.cli.MockCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a process of its own, on a free port. */
public final class MockProcess {

  private MockProcess() {}

  /**
   * Prepares a process with the class path of the tests.
   *
   * @param jvm options of the JVM; a later {@code -cp} takes the place of that class path
   * @param options of the command
   */
  public static ProcessBuilder of(List<String> jvm, String... options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(jvm);
    command.addAll(List.of(MockCommand.class.getName(), "--port=0"));
    command.addAll(List.of(options));
    return new ProcessBuilder(command);
  }

  /** Waits for the line that tells the address, and returns the address. */
  public static URI address(BufferedReader out) throws IOException {
    String ready = out.readLine();
    return URI.create(ready.substring(ready.indexOf("http")));
  }
}

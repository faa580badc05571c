package dev.seedance.mock.cli;

import dev.seedance.mock.MockOptions;
import dev.seedance.mock.MockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Plays a task's life once and ends.
 *
 * <p>The build runs it under {@code -XX:ArchiveClassesAtExit}: the JVM writes down the classes that
 * this took, and {@code seedance mock} starts from that archive in a fraction of the time.
 */
public final class Rehearsal {

  private static final String REQUEST =
      """
      {"model":"seedance-2","prompt":"[mock:instant] A lighthouse","duration":4}""";

  private Rehearsal() {}

  /**
   * Runs the rehearsal.
   *
   * @param args options of {@code seedance mock} to rehearse the reading of; port and key are
   *     chosen here
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    MockCommand.commandLine().parseArgs(args);
    try (var server = MockServer.start(MockOptions.builder().build())) {
      var http = HttpClient.newHttpClient();
      URI generations = server.baseUrl().resolve("/v1/videos/generations");
      call(http, HttpRequest.newBuilder(generations).POST(BodyPublishers.ofString(REQUEST)));
      call(http, HttpRequest.newBuilder(generations).POST(BodyPublishers.ofString("{")));
      call(http, HttpRequest.newBuilder(URI.create(generations + "/unknown")));
    }
  }

  private static void call(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    http.send(request.header("Authorization", "Bearer any").build(), BodyHandlers.discarding());
  }
}

package dev.seedance.mock.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Runs {@code seedance mock}, plays a task's life once and ends.
 *
 * <p>The build runs it under {@code -XX:DumpLoadedClassList}: the JVM writes down the classes that
 * this took, and {@code seedance mock} starts from an archive of them in a fraction of the time.
 */
public final class Rehearsal {

  private static final String REQUEST =
      """
      {"model":"seedance-2","prompt":"[mock:instant] A lighthouse","duration":4}""";

  private Rehearsal() {}

  /**
   * Runs the rehearsal.
   *
   * @param args none
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    MockCommand.prepare();
    var printed = new PipedWriter();
    var lines = new BufferedReader(new PipedReader(printed));
    var command = MockCommand.commandLine().setOut(new PrintWriter(printed));
    var server = new Thread(() -> command.execute("--port", "0", "--clock", "real"));
    server.start();
    String ready = lines.readLine();
    play(URI.create(ready.substring(ready.indexOf("http")) + "/v1/videos/generations"));
    server.interrupt();
    server.join();
  }

  private static void play(URI generations) throws IOException, InterruptedException {
    var http = HttpClient.newHttpClient();
    call(http, HttpRequest.newBuilder(generations).POST(BodyPublishers.ofString(REQUEST)));
    call(http, HttpRequest.newBuilder(generations).POST(BodyPublishers.ofString("{")));
    call(http, HttpRequest.newBuilder(URI.create(generations + "/unknown")));
  }

  private static void call(HttpClient http, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    http.send(request.header("Authorization", "Bearer any").build(), BodyHandlers.discarding());
  }
}

package dev.seedance.mock.benchmark;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/**
 * The least that a JSON server on the same framework does: reads a body into a map and writes it
 * back.
 */
@Controller("/v1/videos/generations")
public class EchoServer {

  private static final Map<String, Object> TASK =
      Map.of("id", "tsk_vid_0", "status", "queued", "progress", 0, "created_at", 1783953000);

  /** Starts on a free port and prints the address. */
  public static void main(String[] args) {
    var server =
        ApplicationContext.run(EmbeddedServer.class, Map.of("micronaut.server.port", -1)).start();
    System.out.println("echo server ready at http://127.0.0.1:" + server.getPort());
  }

  @Post
  Map<String, Object> submit(@Body Map<String, Object> body) {
    return body;
  }

  @Get("/{id}")
  Map<String, Object> status(String id) {
    return TASK;
  }
}

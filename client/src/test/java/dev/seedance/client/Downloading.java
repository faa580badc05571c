package dev.seedance.client;

import dev.seedance.client.model.GenerationTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A scripted server, and a client that downloads a video of ten bytes from it. */
abstract class Downloading {

  static final byte[] VIDEO = "0123456789".getBytes(StandardCharsets.UTF_8);

  final ScriptedServer server = new ScriptedServer();
  final FakeTime time = new FakeTime();
  final SeedanceClient client = TestClient.of(server, time).build();

  @TempDir Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  Path download() {
    return download(folder.resolve("video.mp4"));
  }

  Path download(Path target) {
    return client.download(task(), target);
  }

  GenerationTask task() {
    return TestClient.completedTask(server.url() + "/1.mp4?signature=secret");
  }

  List<String> headers(String name) {
    return server.calls().stream().map(call -> call.header(name)).toList();
  }

  static byte[] part(int from, int to) {
    return Arrays.copyOfRange(VIDEO, from, to);
  }

  static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}

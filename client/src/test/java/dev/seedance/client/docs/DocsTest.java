package dev.seedance.client.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.client.FakeTime;
import dev.seedance.client.Reply;
import dev.seedance.client.ScriptedServer;
import dev.seedance.client.TestClient;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java listing of the docs is compiled: it stands, word for word, in this package. */
class DocsTest {

  private static final Path DOCS = Path.of("../docs/client.md");
  private static final Path SOURCES = Path.of("src/test/java/dev/seedance/client/docs");
  private static final Pattern LISTING = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  static List<String> listings() throws IOException {
    return LISTING
        .matcher(Files.readString(DOCS))
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("listings")
  void stands_in_the_sources(String listing) throws IOException {
    try (Stream<Path> sources = Files.list(SOURCES)) {
      assertThat(sources)
          .anySatisfy(source -> assertThat(bare(Files.readString(source))).contains(bare(listing)));
    }
  }

  @Test
  void the_listing_of_errors_tells_them_apart() {
    try (var server = new ScriptedServer()) {
      var listings = new Listings(TestClient.of(server, new FakeTime()).build());
      var request = new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("x");

      server.reply(Reply.failed());
      assertThat(listings.errors(request)).isEqualTo("no video: generation_failed");
      server.reply(Reply.error(429, "c", "m").with("Retry-After", "7"));
      assertThat(listings.errors(request)).isEqualTo("too fast: wait PT7S");
      server.reply(Reply.error(500, "c", "m"));
      assertThat(listings.errors(request))
          .isEqualTo("something else: createGeneration: HTTP 500 c: m");
      server.thenAlways(Reply.queued());
      assertThat(listings.errors(request)).isEqualTo("not yet: ask again for tsk_vid_1");
    }
  }

  /** Without blanks: where a line breaks is the formatter's business. */
  private static String bare(String java) {
    return java.replaceAll("\\s", "");
  }
}

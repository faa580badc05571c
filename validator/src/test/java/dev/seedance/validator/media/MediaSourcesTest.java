package dev.seedance.validator.media;

import static dev.seedance.validator.media.Samples.dataUrl;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaSourcesTest {

  @Test
  void reads_data_urls_and_bare_base64_and_leaves_the_rest_alone() {
    var source = new DataUrls();
    byte[] png = Samples.png(10, 10);
    String url = dataUrl("image/png", png);

    assertThat(Objects.requireNonNull(source.find(url, 1)).content()).isEqualTo(png);
    assertThat(Objects.requireNonNull(source.find(url.substring(22), 1)).content()).isEqualTo(png);
    assertThat(source.find("photos/cat", 1)).isNull();
    assertThat(source.find("data:image/png;base64,@@", 1)).isNull();
    assertThat(source.find("https://example.com/a.png", 1)).isNull();
  }

  @Test
  void opens_local_files_by_name_and_by_url(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("a b.png"), Samples.png(10, 10));
    var source = new LocalFiles(folder);

    assertThat(source.find("a b.png", 1_000_000)).isNotNull();
    assertThat(source.find(file.toUri().toString(), 1_000_000)).isNotNull();
    assertThat(source.find("none.png", 1_000_000)).isNull();
    assertThat(source.find(".", 1_000_000)).as("a folder").isNull();
    assertThat(source.find("https://example.com/a.png", 1_000_000)).isNull();
    assertThat(source.find("\0", 1_000_000)).isNull();
    assertThat(Objects.requireNonNull(source.find("a b.png", 9)).content()).hasSize(10);
    assertThat(Objects.requireNonNull(source.find("a b.png", 9)).size())
        .isEqualTo(Files.size(file));
  }
}

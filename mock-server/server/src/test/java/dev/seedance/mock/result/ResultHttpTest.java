package dev.seedance.mock.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TestTime;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResultHttpTest {

  private static final TestTime REAL = new TestTime();

  @RegisterExtension
  static final TestServer server = TestServer.with("--scenario=instant").at(REAL);

  @Test
  void a_completed_task_s_url_serves_an_mp4() {
    Response video = server.getWithoutKey(videoUrl());
    assertThat(video.status()).isEqualTo(200);
    assertThat(video.header("Content-Type")).isEqualTo("video/mp4");
    assertThat(video.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(video.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(video.header("Content-Length")).isEqualTo("" + video.body().length);
    assertThat(Arrays.copyOfRange(video.body(), 4, 8)).asString().isEqualTo("ftyp");
  }

  @Test
  void a_mov_is_a_quicktime_file() {
    var newest = server.as("newest");
    newest.put("/_mock/revision", "{\"revision\":\"latest\"}");
    Response task =
        newest.submit(
            """
            {"model":"seedance-2-5","prompt":"x","duration":4,"resolution":"480p",
             "aspect_ratio":"adaptive","output_format":"mov","return_last_frame":true}""");
    String url = task.text("/result/data/0/url");
    Response video = server.getWithoutKey(url);
    assertThat(task.text("/result/data/0/format")).isEqualTo("mov");
    assertThat(url).endsWith("/0.mov");
    assertThat(video.header("Content-Type")).isEqualTo("video/quicktime");
    assertThat(Arrays.copyOfRange(video.body(), 4, 12)).asString().isEqualTo("ftypqt  ");
    Response part = server.send(server.request(url).header("Range", "bytes=100-299"));
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(video.body(), 100, 300));
    assertThat(server.getWithoutKey(url.replace(".mov", ".mp4")).status()).isEqualTo(404);
    assertThat(server.getWithoutKey(task.text("/result/data/0/last_frame_url")).status())
        .isEqualTo(200);
  }

  @Test
  void a_model_without_the_member_ignores_the_format() {
    var newest = server.as("without-the-member");
    newest.put("/_mock/revision", "{\"revision\":\"latest\"}");
    Response task =
        newest.submit(
            """
            {"model":"seedance-2-fast","prompt":"x","duration":4,"output_format":"mov"}""");
    assertThat(task.text("/result/data/0/format")).isEqualTo("mp4");
  }

  @Test
  void an_automatic_duration_and_ratio_have_a_result() {
    var newest = server.as("automatic");
    newest.put("/_mock/revision", "{\"revision\":\"latest\"}");
    Response task =
        newest.submit(
            """
            {"model":"seedance-2-5-cn","prompt":"x","duration":-1,"aspect_ratio":"adaptive"}""");
    assertThat(server.getWithoutKey(task.text("/result/data/0/url")).status()).isEqualTo(200);
  }

  @Test
  void a_range_is_a_slice_of_the_whole() {
    String url = videoUrl();
    byte[] whole = server.getWithoutKey(url).body();
    Response part = server.send(server.request(url).header("Range", "bytes=100-299"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("Content-Range")).isEqualTo("bytes 100-299/" + whole.length);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 100, 300));
  }

  @Test
  void a_range_beyond_the_end_is_416_with_the_length() {
    String url = videoUrl();
    Response response = server.send(server.request(url).header("Range", "bytes=99999999-"));
    assertThat(response.status()).isEqualTo(416);
    assertThat(response.header("Content-Range")).startsWith("bytes */");
  }

  @Test
  void a_known_tag_is_304_and_a_stale_one_voids_the_range() {
    String url = videoUrl();
    String tag = server.getWithoutKey(url).header("ETag");
    assertThat(server.send(server.request(url).header("If-None-Match", tag)).status())
        .isEqualTo(304);
    assertThat(
            server
                .send(
                    server
                        .request(url)
                        .header("Range", "bytes=0-9")
                        .header("If-Range", "\"stale\""))
                .status())
        .isEqualTo(200);
  }

  @Test
  void its_dates_are_those_of_the_sandbox_with_two_digits_a_day() {
    String url = videoUrl();
    Response video = server.getWithoutKey(url);
    for (String name : List.of("Date", "Last-Modified", "Expires")) {
      assertThat(video.header(name)).as(name).matches("[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} .* GMT");
    }
    Instant completed = date(video.header("Last-Modified"));
    assertThat(completed).isEqualTo(REAL.instant().truncatedTo(ChronoUnit.SECONDS));
    assertThat(date(video.header("Date"))).isEqualTo(completed);
    assertThat(date(video.header("Expires"))).isEqualTo(completed.plus(Duration.ofDays(1)));
    var again = server.request(url).header("If-Modified-Since", video.header("Last-Modified"));
    assertThat(server.send(again).status()).isEqualTo(304);
  }

  private static Instant date(String header) {
    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
  }

  @Test
  void a_head_request_has_the_headers_alone() {
    String url = videoUrl();
    long length = server.getWithoutKey(url).body().length;
    Response head = server.send(server.request(url).method("HEAD", BodyPublishers.noBody()));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("Content-Length")).isEqualTo("" + length);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void the_last_frame_is_a_png_if_it_was_asked_for() {
    Response task =
        server.submit("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"return_last_frame\":true}");
    Response picture = server.getWithoutKey(task.text("/result/data/0/last_frame_url"));
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    assertThat(Arrays.copyOfRange(picture.body(), 1, 4)).asString().isEqualTo("PNG");
    assertThat(server.getWithoutKey(videoUrl().replace(".mp4", ".png")).status()).isEqualTo(404);
  }

  @Test
  void a_result_is_gone_a_day_after_completion() {
    String url = videoUrl();
    REAL.pass(Duration.ofDays(1));
    Response gone = server.getWithoutKey(url);
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.text("/error/code")).isEqualTo("result_expired");
  }

  private static String videoUrl() {
    return server
        .submit("{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse\",\"duration\":4}")
        .text("/result/data/0/url");
  }
}

package dev.seedance.mock.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seedance.mock.RawConnection;
import dev.seedance.mock.Response;
import dev.seedance.mock.TestServer;
import dev.seedance.mock.TlsClient;
import dev.seedance.mock.cluster.Members.One;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that one server passes on to another. */
class ForwardingTest {

  private static final String BODY = "{\"model\":\"seedance-2\",\"prompt\":\"a boat\"}";

  private static Members members;
  private static One owner;
  private static One other;

  @BeforeAll
  static void start() {
    members = new Members();
    owner = members.start(Members.SECRET);
    other = members.start(Members.SECRET);
    assertThat(owner.server().submit(BODY).status()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    members.close();
  }

  @Test
  void the_response_is_the_same_as_that_of_the_owner_to_the_byte() throws IOException {
    String id = owner.server().submit(BODY).text("/id");
    owner.server().advance("PT1H");
    String poll = request("GET", "/v1/videos/generations/" + id, "");
    assertThat(raw(other, poll)).isEqualTo(raw(owner, poll)).contains("http://mock.test/files/");
  }

  @Test
  void a_submit_through_another_server_is_one_of_the_owner() {
    String id = other.server().submit(BODY).text("/id");
    assertThat(owner.server().poll(id).text("/id")).isEqualTo(id);
  }

  @Test
  void files_are_served_through_any_server() {
    String id = owner.server().submit(BODY).text("/id");
    owner.server().advance("PT1H");
    String url = owner.server().poll(id).text("/result/data/0/url");
    String path = url.substring(url.indexOf("/files/"));
    Response whole = other.server().getWithoutKey(path);
    assertThat(whole.body()).isEqualTo(owner.server().getWithoutKey(path).body());
    Response part = other.server().send(other.server().request(path).header("Range", "bytes=5-9"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).hasSize(5);
  }

  @Test
  void a_large_upload_is_passed_on() {
    byte[] png = new byte[2_000_000];
    byte[] magic = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    System.arraycopy(magic, 0, png, 0, magic.length);
    String head =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n";
    byte[] form =
        concat(
            head.getBytes(StandardCharsets.UTF_8),
            png,
            "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8));
    Response response =
        other
            .server()
            .send(
                other
                    .server()
                    .keyed("/v1/uploads/images")
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(BodyPublishers.ofByteArray(form)));
    assertThat(response.text()).contains("/uploads/");
    String url = response.text().replaceFirst("(?s).*(/uploads/[^\"]*)\".*", "$1");
    assertThat(owner.server().getWithoutKey(url).body()).isEqualTo(png);
  }

  @Test
  void pipelined_requests_of_several_keys_are_answered_in_order() throws IOException {
    try (var connection = RawConnection.to(other.server().baseUrl())) {
      String mine = other.server().as("mine").submit(BODY).text("/id");
      String theirs = owner.server().submit(BODY).text("/id");
      connection.write(
          keyed("mine", "GET", "/v1/videos/generations/" + mine, "")
              + keyed("any-key", "GET", "/v1/videos/generations/" + theirs, "")
              + keyed("mine", "GET", "/v1/balance", "")
              + keyed("any-key", "POST", "/v1/videos/generations", BODY)
              + keyed("mine", "GET", "/v1/videos/generations/" + mine, ""));
      assertThat(connection.read()).contains(mine);
      assertThat(connection.read()).contains(theirs);
      assertThat(connection.read()).contains("balance");
      assertThat(connection.read()).contains("tsk_vid_");
      assertThat(connection.read()).contains(mine);
    }
  }

  @Test
  void a_stream_of_events_is_passed_on_as_it_comes() throws Exception {
    var request = other.server().keyed("/_mock/events").build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
    try (Stream<String> lines = response.body()) {
      Iterator<String> events = lines.filter(line -> line.startsWith("event:")).iterator();
      assertThat(events.next()).isEqualTo("event: clock");
      owner.server().submit(BODY);
      assertThat(events.next()).isEqualTo("event: task");
    }
  }

  @Test
  void a_server_without_the_secret_is_told_so_and_nothing_is_passed_on() {
    var stranger = members.start();
    var response = stranger.server().submit(BODY);
    assertThat(response.status()).isEqualTo(503);
    assertThat(response.text("/error/message")).contains("--cluster-secret");
  }

  @Test
  void each_server_tells_which_servers_there_are_and_who_owns_what() {
    owner.tick();
    other.tick();
    var seen = other.server().get("/_mock/cluster");
    assertThat(seen.text("/lease")).isEqualTo("PT10S");
    assertThat(seen.json().path("members")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(seen.text()).contains(owner.server().baseUrl().toString());
    assertThat(seen.text()).doesNotContain("a-secret-of-the-tests");
  }

  @Test
  void a_connection_that_a_scenario_resets_is_reset_for_the_caller() throws IOException {
    String body = "{\"model\":\"seedance-2\",\"prompt\":\"[mock:connection-reset] x\"}";
    String id = owner.server().submit(body).text("/id");
    assertThat(owner.server().poll(id).status()).isEqualTo(200);
    try (var connection = RawConnection.to(other.server().baseUrl())) {
      String poll = request("GET", "/v1/videos/generations/" + id, "");
      assertThatThrownBy(() -> connection.exchange(poll)).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void links_have_the_scheme_by_which_another_server_was_called(HttpClient.Version version)
      throws IOException {
    try (var both = new Members()) {
      TestServer first = both.start(Members.SECRET).server();
      TestServer second = both.start(Members.SECRET, "--tls=self-signed").server();
      String id = first.submit(BODY).text("/id");
      first.advance("PT1H");
      TlsClient client =
          TlsClient.trusting(second.get("/_mock/ca.pem").text(), version, first.key());
      String path = "/v1/videos/generations/" + id;
      Response poll = client.get(second.tlsUrl() + path);
      assertThat(poll.response().version()).isEqualTo(version);
      assertThat(poll.text("/result/data/0/url")).startsWith(second.tlsUrl() + "/files/");
      assertThat(client.get(poll.text("/result/data/0/url")).header("content-length"))
          .isEqualTo("" + client.get(poll.text("/result/data/0/url")).body().length);
      assertThat(second.get(path).text("/result/data/0/url"))
          .startsWith(second.baseUrl() + "/files/");
    }
  }

  @Test
  void a_head_has_no_body() throws IOException {
    try (var connection = RawConnection.to(other.server().baseUrl())) {
      connection.write(request("HEAD", "/v1/balance", ""));
      assertThat(connection.readHead()).startsWith("HTTP/1.1 200").contains("content-length");
      assertThat(connection.exchange(request("GET", "/v1/balance", ""))).contains("balance");
    }
  }

  private static String raw(One one, String request) throws IOException {
    try (var connection = RawConnection.to(one.server().baseUrl())) {
      return connection
          .exchange(request)
          .replaceAll("X-Request-Id: .*\r\n", "")
          .replaceAll("(?i)x-request-id: .*\r\n", "");
    }
  }

  private static String request(String method, String path, String body) {
    return keyed("any-key", method, path, body);
  }

  private static String keyed(String key, String method, String path, String body) {
    return "%s %s HTTP/1.1\r\nHost: mock.test\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(method, path, key, body.length(), body);
  }

  private static byte[] concat(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

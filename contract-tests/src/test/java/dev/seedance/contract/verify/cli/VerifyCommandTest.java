package dev.seedance.contract.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.verify.Time;
import dev.seedance.mock.testkit.MockServer;
import dev.seedance.spec.ApiSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class VerifyCommandTest {

  private static final String KEY = "sk-very-secret";

  private static MockServer mock;
  private static MockServer newer;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() {
    mock = MockServer.builder().clock("auto").apiKey(KEY).start();
    newer = MockServer.builder().clock("auto").revision("2026-08").start();
  }

  @AfterAll
  static void stop() {
    mock.close();
    newer.close();
  }

  @Test
  void exits_with_0_where_no_check_fails_and_says_what_was_skipped() {
    int code = verify("--only", "auth,lifecycle.accepted");
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("pass  auth.unknown-key")
        .contains("skip  lifecycle.accepted")
        .contains("submits a task, which costs money; give --allow-spend")
        .contains("11 checks of " + mock.baseUrl() + " (a mock, revision 2026-06)")
        .contains("10 passed, 0 failed, 1 skipped");
    assertThat(err.toString()).contains("verifying auth").doesNotContain(KEY);
  }

  @Test
  void spends_where_it_may() {
    int code = verify("--only", "lifecycle", "--allow-spend", "--poll-interval", "1ms");
    assertThat(code).isZero();
    assertThat(out.toString()).contains("pass  lifecycle.download").contains(" 0 skipped");
  }

  @Test
  void exits_with_1_and_says_all_there_is_to_say_about_a_failure() {
    int code =
        run(
            "--base-url",
            newer.baseUrl().toString(),
            "--api-key",
            KEY,
            "--only",
            "validation.duration.unsupported,validation.return-last-frame.unsupported");
    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .contains("FAILED validation.duration.unsupported")
        .contains("expected  HTTP 400")
        .contains("came      HTTP 200 (")
        .contains("sent      POST /v1/videos/generations, Authorization: Bearer <redacted>")
        .contains("answer    HTTP 200, application/json")
        .contains("stated    docs/rules.md, duration.unsupported")
        .contains("--only validation.duration.unsupported")
        .doesNotContain(KEY);
  }

  @Test
  void stops_sending_wrong_requests_where_too_many_were_accepted() {
    run("--base-url", newer.baseUrl().toString(), "--api-key", "stops", "--only", "validation");
    assertThat(newer.withApiKey("stops").tasks()).hasSize(3);
    assertThat(out.toString())
        .contains("FAILED validation.duration.unsupported")
        .contains(
            "the server has accepted 3 requests that it must refuse, and each may cost money");
  }

  @Test
  void latest_names_the_newest_revision_which_has_more_checks() {
    String name = ApiSpec.revision(ApiSpec.LATEST);
    try (var newest = MockServer.builder().clock("auto").revision(name).start()) {
      int code =
          run(
              "--base-url", newest.baseUrl().toString(),
              "--api-key", "any",
              "--revision", "latest",
              "--only", "prices");
      assertThat(code).as(err.toString()).isZero();
      assertThat(out.toString())
          .contains("pass  prices.list")
          .contains("(a mock, revision " + name + ")");
    }
  }

  @Test
  void costs_nothing_without_consent() {
    run(
        "--base-url", newer.baseUrl().toString(),
        "--api-key", "free",
        "--revision", "2026-08");
    assertThat(newer.withApiKey("free").tasks()).isEmpty();
    assertThat(newer.withApiKey("free").requests())
        .noneMatch(call -> call.status() == 200 && call.method().equals("POST"));
  }

  @Test
  void exits_with_2_where_nothing_answers() {
    int code = run("--base-url", "http://127.0.0.1:1", "--api-key", KEY);
    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .contains("no response from http://127.0.0.1:1", "nothing listens there");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void exits_with_2_where_the_key_is_refused() {
    int code = run("--base-url", mock.baseUrl().toString(), "--api-key", "sk-a-wrong-one");
    assertThat(code).isEqualTo(2);
    assertThat(err.toString())
        .contains(mock.baseUrl() + " refuses the API key (HTTP 401), so nothing was verified")
        .doesNotContain("sk-a-wrong-one");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void exits_with_2_and_says_what_is_wrong_with_its_options() {
    assertThat(run("--api-key", KEY)).isEqualTo(2);
    assertThat(run("--base-url", "http://127.0.0.1:1")).isEqualTo(2);
    assertThat(run("--base-url", "localhost:8080", "--api-key", KEY)).isEqualTo(2);
    assertThat(verify("--only", "lifecycles")).isEqualTo(2);
    assertThat(verify("--revision", "2026-07")).isEqualTo(2);
    assertThat(verify("--timeout", "soon")).isEqualTo(2);
    assertThat(verify("--poll-interval", "0s")).isEqualTo(2);
    assertThat(verify("--report", "/no/such/folder/out.xml")).isEqualTo(2);
    assertThat(verify("--callback-port", "70001")).isEqualTo(2);
    assertThat(verify("--callback-port", "http")).isEqualTo(2);
    assertThat(verify("--callback-host", "")).isEqualTo(2);
    assertThat(verify("--callback-url", "hook.test")).isEqualTo(2);
    assertThat(verify("--vectors", "many")).isEqualTo(2);
    assertThat(err.toString()).doesNotContain("Exception", "java.");
    assertThat(err.toString())
        .contains("--base-url is missing")
        .contains("no API key")
        .contains("--base-url is 'localhost:8080'")
        .contains("--only 'lifecycles' is no group and no check; groups: auth, errors")
        .contains("unknown --revision '2026-07'; known: 2026-06, 2026-08")
        .contains("'soon' is no duration")
        .contains("--poll-interval is 0, expected more, such as 5s")
        .contains("See 'seedance verify --help'.")
        .doesNotContain("Usage:")
        .contains("there is no folder /no/such/folder");
  }

  @Test
  void writes_junit_xml_without_the_key(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("out.xml");
    int code =
        run(
            "--base-url",
            newer.baseUrl().toString(),
            "--api-key",
            KEY,
            "--report",
            file.toString(),
            "--only",
            "auth,lifecycle.accepted,validation.duration.unsupported");
    assertThat(code).isEqualTo(1);
    assertThat(Files.readString(file)).doesNotContain(KEY).doesNotContain("some secret");
    Element root = parse(file).getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("testsuites");
    assertThat(root.getAttribute("tests")).isEqualTo("12");
    assertThat(root.getAttribute("failures")).isEqualTo("1");
    assertThat(root.getAttribute("skipped")).isEqualTo("2");
    assertThat(root.getElementsByTagName("testsuite").getLength()).isEqualTo(3);
    assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(12);
    Element failure = (Element) root.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).contains("expected HTTP 400; came HTTP 200");
    assertThat(failure.getTextContent()).contains("sent      POST /v1/videos/generations");
    Element skipped = (Element) root.getElementsByTagName("skipped").item(0);
    assertThat(skipped.getAttribute("message")).contains("welcomes every key");
  }

  @Test
  void lists_the_checks_without_a_server() {
    assertThat(run("--list")).isZero();
    assertThat(out.toString())
        .contains("auth.missing-key")
        .contains("free")
        .contains("lifecycle.accepted")
        .contains("task");
    String[] lines = out.toString().split("\n", -1);
    assertThat(lines).hasSizeGreaterThan(130);
  }

  @Test
  void takes_keys_from_the_environment() {
    Map<String, String> environment =
        Map.of(
            "SEEDANCE_API_KEY", KEY, "SEEDANCE_OTHER_API_KEY", "", "SEEDANCE_WEBHOOK_SECRET", "");
    int code =
        run(
            environment,
            "--base-url",
            mock.baseUrl().toString(),
            "--only",
            "auth.scheme-in-any-case");
    assertThat(code).isZero();
  }

  private int verify(String... more) {
    var args = new ArrayList<>(List.of("--base-url", mock.baseUrl().toString(), "--api-key", KEY));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    return run(Map.of(), args);
  }

  private int run(Map<String, String> environment, String... args) {
    return VerifyCommand.commandLine(environment, Time.real())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private static Document parse(Path file)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
  }
}

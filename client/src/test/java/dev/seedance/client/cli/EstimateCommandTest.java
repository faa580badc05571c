package dev.seedance.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.seedance.client.FakeTime;
import dev.seedance.client.PriceLists;
import dev.seedance.client.Reply;
import dev.seedance.client.ScriptedServer;
import dev.seedance.client.internal.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateCommandTest {

  private static final String OWN =
      "prices: those of the toolkit's mock server, not the provider's; --base-url asks a server";

  private final ScriptedServer server = new ScriptedServer();
  private final FakeTime time = new FakeTime();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tells_the_cost_of_each_request_and_of_all() throws IOException {
    Path first = request("a.json", "'seedance-2','duration':5,'resolution':'720p'");
    Path second = request("b.json", "'seedance-2-fast','resolution':'480p'");

    assertThat(run("estimate", folder.toString())).as(err.toString()).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            first + ": 0.40 USD",
            second + ": 0.12 to 0.45 USD",
            "  the duration is automatic: 4 to 15 s",
            "total of 2 requests: 0.52 to 0.85 USD",
            OWN);
  }

  @Test
  void says_that_tokens_are_an_upper_bound() throws IOException {
    Path file = request("a.json", "'seedance-2-5','duration':5,'resolution':'720p'");

    assertThat(run("estimate", file.toString(), "--revision", "latest")).isZero();

    assertThat(out.toString()).contains(": at most ", " USD", "tokens, by the upstream's formula");
  }

  @Test
  void tells_of_an_invalid_request_and_leaves_it_out() throws IOException {
    request("a.json", "'seedance-2','duration':5,'resolution':'720p'");
    Path wrong = request("b.json", "'seedance-2-5','duration':30");

    assertThat(run("estimate", folder.toString())).isEqualTo(1);

    assertThat(out.toString())
        .contains(
            wrong + ": invalid, no estimate",
            "  error: model.unsupported at /model: ",
            "; accepted since revision 2026-09: --revision latest",
            "total of 2 requests: 0.40 USD; left out: 1");
  }

  @Test
  void gives_programs_an_object_a_line() throws IOException {
    request("a.json", "'seedance-2','duration':5");
    request("b.json", "'seedance-9'");

    assertThat(run("estimate", folder.toString(), "--format", "json")).isEqualTo(1);

    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      lines.add(Json.MAPPER.readTree(line));
    }
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).path("least").asText()).isEqualTo("0.40");
    assertThat(lines.get(0).at("/assumptions/0").asText())
        .isEqualTo("no resolution is given: 720p");
    assertThat(lines.get(1).at("/violations/0/rule").asText()).isEqualTo("model.unsupported");
    assertThat(lines.get(2).at("/total/most").asText()).isEqualTo("0.40");
    assertThat(lines.get(2).at("/total/without_estimate").asInt()).isEqualTo(1);
  }

  @Test
  void asks_the_server_that_is_named() throws IOException {
    Path file = request("a.json", "'seedance-2','duration':5");
    server.reply(Reply.json(200, PriceLists.page("seedance-2", "")));

    int exit = run("estimate", file.toString(), "--base-url", server.url(), "--api-key", "k");

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains(file + ": 1.00 USD", "prices: GET /v1/pricing of " + server.url());
  }

  @Test
  void takes_a_price_file_before_a_server() throws IOException {
    Path file = request("a.json", "'seedance-2','duration':5");
    Path prices = Files.writeString(folder.resolve("prices"), PriceLists.page("seedance-2", ""));

    int exit =
        run("estimate", file.toString(), "--prices", prices.toString(), "--base-url", server.url());

    assertThat(exit).as(err.toString()).isZero();
    assertThat(out.toString()).contains(file + ": 1.00 USD", "prices: " + prices);
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void no_price_is_not_free() throws IOException {
    Path file = request("a.json", "'seedance-2','duration':5");
    Path prices = Files.writeString(folder.resolve("prices"), PriceLists.page("another", ""));

    assertThat(run("estimate", file.toString(), "--prices", prices.toString())).isEqualTo(1);

    assertThat(out.toString())
        .contains(": cost unknown: the price list does not have the model 'seedance-2'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "estimate                                  | 2 | Missing required parameter",
        "estimate nowhere.json                     | 2 | can't read nowhere.json: there is no such file",
        "estimate a.json --revision 1999           | 2 | unknown contract revision '1999'",
        "estimate a.json --prices nowhere          | 2 | the price list nowhere can't be read",
        "estimate a.json --prices pom.xml          | 2 | pom.xml: no JSON",
        "estimate a.json --format yaml             | 2 | expected one of",
        "estimate a.json --base-url http://x --api-key  | 2 | --api-key",
      })
  void explains_a_wrong_usage(String words, int exitCode, String message) {
    assertThat(run(words.split(" +", -1))).isEqualTo(exitCode);
    assertThat(err.toString()).contains(message).doesNotContain("Exception");
  }

  @Test
  void a_server_without_prices_is_an_error() throws IOException {
    Path file = request("a.json", "'seedance-2','duration':5");
    server.thenAlways(Reply.error(503, "pricing_unavailable", "later"));

    int exit = run("estimate", file.toString(), "--base-url", server.url(), "--api-key", "k");

    assertThat(exit).isEqualTo(3);
    assertThat(err.toString()).contains("HTTP 503 pricing_unavailable: later");
  }

  @Test
  void an_order_over_max_cost_is_not_sent() {
    server.reply(Reply.json(200, PriceLists.page("seedance-2", "")));

    assertThat(run(generate("--max-cost", "0.99"))).isEqualTo(2);

    assertThat(err.toString())
        .contains("the request was not sent: it can cost 1.000000 USD, and 0.99 of the budget");
    assertThat(server.calls()).extracting(ScriptedServer.Call::method).containsExactly("GET");
  }

  @Test
  void an_order_within_max_cost_is_sent_and_its_cost_is_told() {
    server.reply(
        Reply.json(200, PriceLists.page("seedance-2", "")),
        Reply.queued(),
        Reply.task("completed", 100, ",\"billing\":{\"status\":\"settled\",\"cost_usd\":\"0.5\"}"));

    assertThat(run(generate("--max-cost", "1"))).as(err.toString()).isZero();
    assertThat(run("status", "tsk_vid_1", "--base-url", server.url(), "--api-key", "k")).isZero();

    assertThat(out.toString())
        .endsWith("tsk_vid_1 completed 100 %%, billing settled: 0.5 USD%n".formatted());
  }

  @Test
  void an_order_without_a_price_is_not_sent_under_max_cost() {
    server.reply(Reply.json(200, PriceLists.page("another", "")));

    assertThat(run(generate("--max-cost", "1"))).isEqualTo(2);

    assertThat(err.toString()).contains("its price is not known", "'seedance-2'");
  }

  private String[] generate(String... further) {
    var words =
        new ArrayList<>(
            List.of("generate", "--prompt", "x", "--no-wait", "--base-url", server.url()));
    words.addAll(List.of("--api-key", "k"));
    words.addAll(List.of(further));
    return words.toArray(String[]::new);
  }

  private Path request(String name, String model) throws IOException {
    String json = "{'prompt':'A kite','model':%s}".formatted(model).replace('\'', '"');
    return Files.writeString(folder.resolve(name), json);
  }

  private int run(String... arguments) {
    return SeedanceCommand.commandLine(Map.of(), builder -> builder.clock(time).sleeper(time))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}

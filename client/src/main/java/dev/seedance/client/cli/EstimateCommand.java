package dev.seedance.client.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.seedance.client.RequestCheck;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.estimate.Estimator;
import dev.seedance.client.internal.Json;
import dev.seedance.client.model.Violation;
import dev.seedance.spec.ApiSpec;
import dev.seedance.spec.cli.NetworkOptions;
import dev.seedance.spec.price.PriceList;
import dev.seedance.spec.text.Printable;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.cli.Input;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what requests will cost. */
@Command(
    name = "estimate",
    description = {
      "Tells what requests will cost; orders nothing.",
      "Prices come from /v1/pricing of the server that --base-url or SEEDANCE_BASE_URL names, or from --prices."
          + " Without either they are those of the toolkit's mock server, which are not the provider's."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the cost of every request is told",
      "1:a request is invalid, or its price is not known",
      "2:wrong usage, or input that can't be read",
      "3:the server refuses to give prices",
      "5:no connection, or output that can't be written"
    },
    footer = {
      "",
      NetworkOptions.HELP,
      "",
      "  seedance estimate request.json requests --base-url http://127.0.0.1:8080",
      "  seedance estimate --format json --prices prices.json - < request.json"
    })
final class EstimateCommand implements Callable<Integer> {

  private static final int UNPRICED = 1;

  private enum Format {
    text,
    json
  }

  @Parameters(
      paramLabel = "FILE|DIR|-",
      arity = "1..*",
      description = "Requests: files, folders with *.json files, or - for standard input.")
  private List<String> inputs = new ArrayList<>();

  @Mixin private PriceOptions prices = new PriceOptions();
  @Mixin private ConnectionOptions connection = new ConnectionOptions();

  @Option(
      names = "--revision",
      paramLabel = "REVISION",
      description =
          "Revision of the contract, such as 2026-09, or latest: its rules and defaults count."
              + " Default: ${DEFAULT-VALUE}")
  private String revision = ApiSpec.defaultRevision();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description =
          "text for people, json for programs: an object a request and line, then one of the total."
              + " Default: text")
  private Format format = Format.text;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    String known = ApiSpec.revision(revision);
    PriceList list = prices();
    var estimator = Estimator.of(list, known);
    RequestCheck check = RequestCheck.ofRevision(known);
    PrintWriter out = commandSpec().commandLine().getOut();
    EstimateOutput output = format == Format.json ? new JsonEstimates(out) : new TextEstimates(out);
    var total = new EstimateTotal(list.currency());
    for (Input input : Input.expand(inputs, System.in)) {
      try {
        byte[] body =
            input
                .read(RequestValidator.MAX_BODY_BYTES)
                .orElseThrow(() -> new IOException("it is longer than a request may be"));
        estimate(input.name(), body, estimator, check, output, total);
      } catch (IOException e) {
        total.addUnreadable();
        unreadable(input.name(), Input.reason(e));
      }
    }
    output.total(total, source());
    out.flush();
    if (total.unreadable() > 0) {
      return FailureReport.USAGE;
    }
    return total.isComplete() ? 0 : UNPRICED;
  }

  private static void estimate(
      String name,
      byte[] body,
      Estimator estimator,
      RequestCheck check,
      EstimateOutput output,
      EstimateTotal total)
      throws IOException {
    List<Violation> errors =
        check.check(body).stream()
            .filter(violation -> "error".equals(violation.getSeverity()))
            .toList();
    if (!errors.isEmpty()) {
      total.addUnpriced();
      output.invalid(name, errors);
      return;
    }
    try {
      var estimate = estimator.of(Json.MAPPER.readTree(body));
      total.add(estimate);
      output.estimated(name, estimate);
    } catch (JsonProcessingException e) {
      throw new IOException("it is no JSON", e);
    }
  }

  private PriceList prices() {
    return prices.list().orElseGet(this::pricesOfServer);
  }

  private PriceList pricesOfServer() {
    if (connection.baseUrl() == null) {
      return PriceList.ofMock();
    }
    try (SeedanceClient client = connection.client()) {
      return client.pricing();
    }
  }

  private String source() {
    if (prices.list().isPresent()) {
      return prices.source();
    }
    return connection.baseUrl() == null
        ? "those of the toolkit's mock server, not the provider's; --base-url asks a server"
        : "GET /v1/pricing of " + connection.baseUrl();
  }

  private void unreadable(String name, String reason) {
    PrintWriter err = commandSpec().commandLine().getErr();
    err.println(Printable.line("can't read %s: %s".formatted(name, reason)));
    err.flush();
  }

  private CommandSpec commandSpec() {
    return Objects.requireNonNull(spec, "picocli sets it");
  }
}

package dev.seedance.client.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.estimate.Estimate;
import dev.seedance.client.internal.Json;
import dev.seedance.client.model.Violation;
import java.io.PrintWriter;
import java.util.List;

/** Estimates for programs: an object a line; amounts are texts, so that nothing rounds them. */
final class JsonEstimates implements EstimateOutput {

  private final PrintWriter out;

  JsonEstimates(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void estimated(String request, Estimate estimate) {
    ObjectNode line = of(request);
    if (estimate instanceof Estimate.Known known) {
      put(line, known);
      ArrayNode assumptions = line.putArray("assumptions");
      known.assumptions().forEach(assumptions::add);
    } else if (estimate instanceof Estimate.Unknown unknown) {
      line.put("unknown", unknown.reason());
    }
    out.println(line);
  }

  @Override
  public void invalid(String request, List<Violation> errors) {
    out.println(of(request).set("violations", Json.MAPPER.valueToTree(errors)).toString());
  }

  @Override
  public void total(EstimateTotal total, String prices) {
    ObjectNode line = Json.MAPPER.createObjectNode();
    ObjectNode sum = line.putObject("total");
    put(sum, total.sum());
    sum.put("requests", total.requests()).put("without_estimate", total.left());
    line.put("prices", prices);
    out.println(line);
  }

  private static ObjectNode of(String request) {
    return Json.MAPPER.createObjectNode().put("request", request);
  }

  private static void put(ObjectNode line, Estimate.Known known) {
    known.least().ifPresent(least -> line.put("least", EstimateOutput.amount(least)));
    line.put("most", EstimateOutput.amount(known.most())).put("currency", known.currency());
  }
}

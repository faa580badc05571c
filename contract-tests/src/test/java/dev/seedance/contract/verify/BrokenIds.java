package dev.seedance.contract.verify;

import static dev.seedance.contract.verify.Breakage.isPoll;
import static dev.seedance.contract.verify.Breakage.isSubmit;
import static dev.seedance.contract.verify.Breakage.requests;
import static dev.seedance.contract.verify.Breakage.responses;
import static dev.seedance.contract.verify.Breakage.tasks;
import static dev.seedance.contract.verify.BrokenServer.calls;

import dev.seedance.contract.verify.Breakage.Message;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Servers with faults in the caller's own ids. */
final class BrokenIds {

  private BrokenIds() {}

  static List<BrokenServer> all() {
    return List.of(
        calls(
            "no client_business_id in answers",
            tasks(task -> task.remove("client_business_id")),
            "idempotency.echo"),
        calls(
            "an invented client_business_id",
            tasks(
                task -> !task.has("client_business_id"),
                task -> task.put("client_business_id", "none")),
            "lifecycle.no-business-id"),
        calls(
            "knows task ids only",
            responses(
                request -> isPoll(request) && request.start().contains("/verify"),
                response -> response.start(404).body(BrokenCalls.error("task_not_found", "no"))),
            "idempotency.status-by-business-id"),
        calls(
            "makes a second task for a known client_business_id",
            secondTasks(),
            "idempotency.same-submit",
            "idempotency.other-submit",
            "idempotency.in-metadata"),
        calls(
            "refuses a known client_business_id",
            refusingKnownIds(),
            "idempotency.same-submit",
            "idempotency.other-submit",
            "idempotency.in-metadata"),
        calls(
            "ignores the client_business_id in metadata",
            requests(
                request -> isSubmit(request) && request.json().path("metadata").isObject(),
                request -> request.change(body -> body.remove("metadata"))),
            "idempotency.in-metadata"));
  }

  private static Breakage secondTasks() {
    var count = new AtomicInteger();
    return (request, server) -> {
      boolean named = isSubmit(request) && request.json().toString().contains("verify ");
      if (!named || count.getAndIncrement() == 0) {
        return server.apply(request);
      }
      return server.apply(
          request.body(request.json().toString().replace("verify ", "other " + count)));
    };
  }

  private static Breakage refusingKnownIds() {
    var known = new HashSet<String>();
    return (request, server) -> {
      String text = request.json().toString();
      int at = text.indexOf("verify ");
      boolean again = isSubmit(request) && at >= 0 && !known.add(text.substring(at, at + 40));
      return again
          ? new Message(
              "409",
              BrokenCalls.json(),
              BrokenCalls.bytes(BrokenCalls.error("conflict", "this id is known")))
          : server.apply(request);
    };
  }
}

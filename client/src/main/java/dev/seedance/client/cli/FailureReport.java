package dev.seedance.client.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.seedance.client.cli.ResumeHint.InterruptedByUser;
import dev.seedance.client.error.BudgetExceededException;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.error.PriceUnknownException;
import dev.seedance.client.error.ResultExpiredException;
import dev.seedance.client.error.ResultMissingException;
import dev.seedance.client.error.ResultRefusedException;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.client.error.TaskTimeoutException;
import dev.seedance.client.internal.Json;
import dev.seedance.client.model.Violation;
import dev.seedance.spec.cli.ConnectionFault;
import dev.seedance.spec.text.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one place that turns a failure into a message and an exit code. */
final class FailureReport implements IExecutionExceptionHandler {

  static final int TASK_FAILED = 1;
  static final int USAGE = 2;
  static final int API = 3;
  static final int TIMEOUT = 4;
  static final int IO = 5;

  /** Not in the list of codes: a bug of ours. */
  static final int BUG = 70;

  /** The code that shells give after Ctrl-C. */
  static final int INTERRUPTED = 130;

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof InterruptedByUser) {
      return INTERRUPTED;
    }
    int exitCode = exitCode(failure);
    if (command.getParseResult().hasMatchedOption("--json")) {
      command.getOut().println(json(failure, exitCode));
      command.getOut().flush();
    } else {
      text(failure, exitCode, command.getErr());
    }
    return exitCode;
  }

  static int exitCode(Exception failure) {
    if (failure instanceof TaskFailedException) {
      return TASK_FAILED;
    }
    if (failure instanceof InvalidRequestException
        || failure instanceof BudgetExceededException
        || failure instanceof PriceUnknownException
        || failure instanceof IllegalArgumentException
        || failure instanceof IllegalStateException) {
      return USAGE;
    }
    if (failure instanceof SeedanceApiException response
        && response.status() / 100 == 2
        && response.taskId().isPresent()) {
      return TIMEOUT; // accepted, in words that we can't read
    }
    if (failure instanceof SeedanceApiException
        || failure instanceof ResultExpiredException
        || failure instanceof ResultRefusedException) {
      return API;
    }
    if (failure instanceof TaskTimeoutException || failure instanceof ResultMissingException) {
      return TIMEOUT;
    }
    return failure instanceof SeedanceIoException || failure instanceof IOException ? IO : BUG;
  }

  private static @Nullable String message(Exception failure) {
    return ConnectionFault.of(failure)
        .filter(fault -> failure instanceof SeedanceIoException)
        .map(fault -> failure.getMessage() + "; " + fault.words())
        .orElse(failure.getMessage());
  }

  static String describe(Violation violation) {
    return Printable.line(
        "%s: %s at %s: %s"
            .formatted(
                violation.getSeverity(),
                violation.getRule(),
                violation.getPointer(),
                violation.getMessage()));
  }

  private static void text(Exception failure, int exitCode, PrintWriter err) {
    if (failure instanceof InvalidRequestException invalid) {
      invalid.violations().forEach(violation -> err.println(describe(violation)));
      err.println("The request was not sent and cost nothing.");
    } else if (exitCode == BUG) {
      err.println("error: this is a bug, please report it");
      failure.printStackTrace(err);
    } else {
      err.println("error: " + Printable.line(String.valueOf(message(failure))));
    }
    err.flush();
  }

  private static String json(Exception failure, int exitCode) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    ObjectNode error = root.putObject("error");
    error.put("exit_code", exitCode);
    error.put("kind", failure.getClass().getSimpleName());
    error.put("message", message(failure));
    if (failure instanceof SeedanceApiException refusal) {
      error.put("status", refusal.status());
      refusal.code().ifPresent(code -> error.put("code", code));
      refusal.requestId().ifPresent(id -> error.put("request_id", id));
    }
    if (failure instanceof TaskTimeoutException timeout) {
      error.put("task_id", timeout.id());
    } else if (failure instanceof SeedanceException other) {
      other.taskId().ifPresent(id -> error.put("task_id", id));
    }
    if (failure instanceof InvalidRequestException invalid) {
      error.set("violations", Json.MAPPER.valueToTree(invalid.violations()));
    }
    return root.toString();
  }
}

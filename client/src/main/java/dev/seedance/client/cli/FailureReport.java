package dev.seedance.client.cli;

import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.error.ResultMissingException;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.SeedanceIoException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.client.error.TaskTimeoutException;
import dev.seedance.client.model.Violation;
import java.io.PrintWriter;
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

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof InvalidRequestException invalid) {
      invalid.violations().forEach(violation -> err.println(describe(violation)));
      err.println("The request was not sent and cost nothing.");
    } else {
      err.println("error: " + failure.getMessage());
    }
    err.flush();
    return exitCode(failure);
  }

  static int exitCode(Exception failure) {
    if (failure instanceof TaskFailedException) {
      return TASK_FAILED;
    }
    if (failure instanceof TaskTimeoutException || failure instanceof ResultMissingException) {
      return TIMEOUT;
    }
    if (failure instanceof SeedanceApiException) {
      return API;
    }
    return failure instanceof SeedanceIoException ? IO : USAGE;
  }

  static String describe(Violation violation) {
    return "%s: %s at %s: %s"
        .formatted(
            violation.getSeverity(),
            violation.getRule(),
            violation.getPointer(),
            violation.getMessage());
  }
}

package dev.seedance.validator.cli;

import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Checks inputs: a request by the rules, with the files that it names, or a file by itself.
 *
 * @param validators one for each revision that was asked for, oldest first
 * @param files the check of files
 */
record InputCheck(List<RequestValidator> validators, MediaPreflight files) {

  private static final byte[] NO_BODY = {};

  /**
   * The outcome of one input.
   *
   * @param body the bytes of the request; none for a file, and for a body that is too large
   * @param verdicts the reports
   */
  record Outcome(byte[] body, Verdicts verdicts) {}

  Outcome of(Input input) throws IOException {
    Optional<ValidationReport> file = files.check(input);
    if (file.isPresent()) {
      return new Outcome(NO_BODY, Verdicts.of(validators, validator -> file.get()));
    }
    Optional<byte[]> read = input.read(validators.get(0).maxBodyBytes());
    if (read.isEmpty()) {
      return new Outcome(
          NO_BODY, Verdicts.of(validators, validator -> validator.tooLarge(input.size())));
    }
    byte[] body = read.get();
    Verdicts verdicts = Verdicts.of(validators, validator -> validator.validate(body));
    return new Outcome(body, verdicts.with(files.look(verdicts, input), body));
  }
}

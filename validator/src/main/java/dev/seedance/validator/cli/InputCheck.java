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

  /** Checks an input and writes the reports on it. */
  Verdicts report(Input input, Output output) throws IOException {
    Optional<ValidationReport> file = files.check(input);
    if (file.isPresent()) {
      Verdicts verdicts = Verdicts.of(validators, validator -> file.get());
      output.report(input.name(), NO_BODY, verdicts);
      return verdicts;
    }
    Optional<byte[]> body = input.read(validators.get(0).maxBodyBytes());
    Verdicts verdicts = body.map(bytes -> request(bytes, input)).orElseGet(() -> tooLarge(input));
    output.report(input.name(), body.orElse(NO_BODY), verdicts);
    return verdicts;
  }

  private Verdicts request(byte[] body, Input input) {
    Verdicts verdicts = Verdicts.of(validators, validator -> validator.validate(body));
    return verdicts.with(files.look(verdicts, input), body);
  }

  private Verdicts tooLarge(Input input) {
    return Verdicts.of(validators, validator -> validator.tooLarge(input.size()));
  }
}

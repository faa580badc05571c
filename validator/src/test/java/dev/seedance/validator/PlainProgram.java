package dev.seedance.validator;

import java.nio.charset.StandardCharsets;

/** A program of a team without any framework; {@link PlainProgramIT} runs it. */
final class PlainProgram {

  private PlainProgram() {}

  public static void main(String[] args) {
    var report = RequestValidator.create().validate(args[0].getBytes(StandardCharsets.UTF_8));
    report.violations().forEach(violation -> System.out.println(violation.rule()));
    System.exit(report.valid() ? 0 : 1);
  }
}

package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.Operations.Operation;
import dev.seedance.validator.Rule;
import dev.seedance.validator.constraint.OperationMedia;
import dev.seedance.validator.internal.Location;

/** Checks {@link OperationMedia}. */
public final class OperationMediaValidator extends RuleValidator<OperationMedia> {

  @Override
  protected void check(GenerationFields request, Findings findings) {
    findings
        .capabilities()
        .operations()
        .ifPresent(
            operations ->
                operations
                    .of(request)
                    .filter(Operation::needsVideo)
                    .filter(operation -> Media.of(request).videos() == 0)
                    .ifPresent(
                        operation ->
                            findings.add(
                                Location.member(operations.member().name()),
                                Rule.VIDEO_OPERATION_NEEDS_VIDEO,
                                found ->
                                    found
                                        .value(operation.name())
                                        .with("field", operations.member().name()))));
  }
}

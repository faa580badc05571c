package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.TableMember;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Wording;
import java.util.function.UnaryOperator;

/** Checks the members that are rows of the capability table. */
final class TableMembers {

  private TableMembers() {}

  static void check(GenerationFields request, Findings findings) {
    request
        .tableMembers()
        .forEach(
            (name, value) -> {
              TableMember row = findings.capabilities().tableMember(name);
              if (row != null && value != null) {
                check(row, value, request, findings);
              }
            });
  }

  private static void check(
      TableMember row, Object value, GenerationFields request, Findings findings) {
    Location location = Location.member(row.name());
    if (!(row.isSwitch() ? value instanceof Boolean : value instanceof String)) {
      String type = row.isSwitch() ? "boolean" : "string";
      findings.add(
          location,
          Rule.FIELD_TYPE,
          found -> found.variant(type).value(value).with("field", row.name()));
      return;
    }
    findings.model(request).ifPresent(model -> check(row, value, model, location, findings));
  }

  private static void check(
      TableMember row,
      Object value,
      ModelCapabilities model,
      Location location,
      Findings findings) {
    UnaryOperator<Finding> description =
        found -> found.value(value).with("field", row.name()).with("model", model.name());
    if (!row.models().contains(model.name())) {
      findings.add(
          location,
          Rule.FIELD_NOT_ON_MODEL,
          found -> description.apply(found).with("models", Wording.list(row.models())));
    } else if (!row.isSwitch() && !row.values().contains(value)) {
      findings.add(
          location,
          row.unsupportedRule(),
          found ->
              description
                  .apply(found)
                  .allowed(row.values())
                  .message("table-member.value-unsupported"));
    }
  }
}

package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Rule;
import dev.seedance.validator.TableMember;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Location;

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
    findings
        .model(request)
        .filter(model -> !takes(row, model, value))
        .ifPresent(
            model ->
                findings.add(location, row.rule(), found -> describe(found, row, model, value)));
  }

  private static boolean takes(TableMember row, ModelCapabilities model, Object value) {
    return row.models().contains(model.name()) && (row.isSwitch() || row.values().contains(value));
  }

  private static Finding describe(
      Finding found, TableMember row, ModelCapabilities model, Object value) {
    var described = found.value(value).with("field", row.name()).with("model", model.name());
    return row.models().contains(model.name())
        ? described.allowed(row.values()).message("table-member.value-unsupported")
        : described.message("table-member.unsupported");
  }
}

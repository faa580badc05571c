package dev.seedance.validator;

import java.util.List;

/**
 * A member of a request that is a row of the capability table and nothing else: a switch, or text
 * out of a list of values.
 *
 * @param name the name on the wire
 * @param about what the member is for, in English
 * @param values the values that it takes; empty for a switch, which is true or false
 * @param models the models that have the member
 */
public record TableMember(String name, String about, List<String> values, List<String> models) {

  /** Copies the lists. */
  public TableMember {
    values = List.copyOf(values);
    models = List.copyOf(models);
  }

  /** Returns true for a switch, false for a list of values. */
  public boolean isSwitch() {
    return values.isEmpty();
  }

  /** Returns the id of its rule, such as {@code output-format.unsupported}. */
  public String rule() {
    return name.replace('_', '-') + ".unsupported";
  }
}

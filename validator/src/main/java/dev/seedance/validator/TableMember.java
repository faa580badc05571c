package dev.seedance.validator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of a request that is a row of the capability table and nothing else: a switch, or text
 * out of a list of values.
 *
 * @param name the name on the wire
 * @param about what the member is for, in English
 * @param values the values that it takes; empty for a switch, which is true or false
 * @param models the models that have the member
 * @param byDefault what it stands for if it is not sent, a {@link Boolean} for a switch, else a
 *     {@link String}; {@code null} if the table does not say
 * @param oldName the name that it had before, {@code null} if it had none
 */
public record TableMember(
    String name,
    String about,
    List<String> values,
    List<String> models,
    @Nullable Object byDefault,
    @Nullable String oldName) {

  /** Copies the lists. */
  public TableMember {
    values = List.copyOf(values);
    models = List.copyOf(models);
  }

  /** Returns true for a switch, false for a list of values. */
  public boolean isSwitch() {
    return values.isEmpty();
  }

  /** Returns the ids of its rules, such as {@code output-format.unsupported}. */
  public List<String> rules() {
    List<String> rules = new ArrayList<>();
    if (!isSwitch()) {
      rules.add(unsupportedRule());
    }
    if (oldName != null) {
      rules.add(renamedRule());
    }
    return rules;
  }

  /** Returns the id of the rule that a value breaks which is none of its values. */
  public String unsupportedRule() {
    return name.replace('_', '-') + ".unsupported";
  }

  /** Returns the id of the rule that its old name breaks. */
  public String renamedRule() {
    return name.replace('_', '-') + ".renamed";
  }
}

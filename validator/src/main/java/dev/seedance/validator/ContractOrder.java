package dev.seedance.validator;

import dev.seedance.validator.internal.Member;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Orders pointers as the contract lists the members; elements by index, a URL before its role;
 * members that the contract does not know by name.
 */
final class ContractOrder implements Comparator<String> {

  private static final List<Member> MEMBERS = List.of(Member.values());

  private final Capabilities capabilities;

  ContractOrder(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  @Override
  public int compare(String one, String two) {
    int order = Arrays.compare(ranks(one), ranks(two));
    return order != 0 ? order : one.compareTo(two);
  }

  private int[] ranks(String pointer) {
    String[] steps = pointer.split("/", -1);
    int[] ranks = new int[steps.length - 1];
    for (int i = 1; i < steps.length; i++) {
      ranks[i - 1] = rank(steps[i]);
    }
    return ranks;
  }

  /** Members with code of their own stand before those that are rows of the table. */
  private int rank(String step) {
    Member member = Member.named(step);
    if (member != null) {
      return MEMBERS.indexOf(member);
    }
    if (capabilities.tableMember(step) != null) {
      return MEMBERS.size() + capabilities.fields().indexOf(step);
    }
    boolean index =
        !step.isEmpty() && step.length() < 10 && step.chars().allMatch(Character::isDigit);
    return index ? Integer.parseInt(step) : step.equals("role") ? 1 : 0;
  }
}

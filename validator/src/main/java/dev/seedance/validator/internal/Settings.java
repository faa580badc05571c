package dev.seedance.validator.internal;

import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.Capabilities;
import java.util.Arrays;
import java.util.List;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorInitializationContext;
import org.jspecify.annotations.Nullable;

/**
 * What our constraint validators are told by the engine that runs them.
 *
 * @param warnings whether warnings are reported. An engine that is not ours can't tell them from
 *     errors, so it gets none
 * @param unknownMembers members that this code can read but the revision does not have
 */
public record Settings(Capabilities capabilities, boolean warnings, List<Member> unknownMembers) {

  /** Settings whose unknown members are those that the capabilities don't list. */
  public Settings(Capabilities capabilities, boolean warnings) {
    this(
        capabilities,
        warnings,
        Arrays.stream(Member.values())
            .filter(member -> !capabilities.hasField(member.json()))
            .toList());
  }

  /**
   * Reads the engine's shared data: our own settings, or the capabilities that a foreign engine was
   * given, or the default revision.
   */
  static Settings of(HibernateConstraintValidatorInitializationContext context) {
    @Nullable Settings ours = context.getSharedData(Settings.class);
    return ours != null
        ? ours
        : new Settings(
            context.getSharedData(Capabilities.class, Settings::defaultCapabilities), false);
  }

  private static Capabilities defaultCapabilities() {
    return Capabilities.of(ApiSpec.defaultRevision());
  }
}

package dev.seedance.validator.internal;

import dev.seedance.spec.ApiSpec;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.validator.resourceloading.PlatformResourceBundleLocator;

/**
 * Writes messages: looks a key up in the bundle of the language and fills in its placeholders once,
 * so that nothing in a request can pass for a placeholder or an expression.
 *
 * <p>The bundle has the name under which Hibernate Validator finds the messages of constraint
 * libraries, so that our constraints have messages in other people's engines too.
 */
public final class Messages {

  /** Name of the bundle. */
  static final String BUNDLE = "ContributorValidationMessages";

  private static final String ACCEPTED_SINCE = "dev.seedance.validator.message.accepted-since";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");

  private final Locale language;
  private final ResourceBundle bundle;

  /** Speaks Simplified Chinese for every Chinese locale, English for the rest. */
  public Messages(Locale locale) {
    language = isSpoken(locale, Locale.CHINESE) ? Locale.CHINESE : Locale.ENGLISH;
    bundle =
        new PlatformResourceBundleLocator(
                BUNDLE, Set.of(language), Messages.class.getClassLoader(), true)
            .getResourceBundle(language);
  }

  /** Tells if there are messages in the language of a locale. */
  public static boolean speak(Locale locale) {
    return isSpoken(locale, Locale.ENGLISH) || isSpoken(locale, Locale.CHINESE);
  }

  private static boolean isSpoken(Locale locale, Locale language) {
    return locale.getLanguage().equals(language.getLanguage());
  }

  /** Writes the message of a finding. */
  public String write(Finding finding) {
    return fill(bundle.getString(finding.messageKey()), finding.parameters());
  }

  /** Adds the revision that accepts what a message is about. */
  public String acceptedSince(String message, String revision) {
    return fill(
        bundle.getString(ACCEPTED_SINCE),
        Map.of("message", message, "revision", revision, "latest", ApiSpec.LATEST));
  }

  private String fill(String template, Map<String, Object> parameters) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    text(parameters.getOrDefault(match.group(1), match.group()))));
  }

  private String text(Object parameter) {
    return parameter instanceof Translated translated
        ? translated.in(language)
        : String.valueOf(parameter);
  }
}

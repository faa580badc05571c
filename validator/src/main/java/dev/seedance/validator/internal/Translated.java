package dev.seedance.validator.internal;

import java.util.Locale;
import java.util.Map;

/**
 * Text of the capability table in several languages. As a string it is English, for engines that
 * don't ask for a language.
 */
public record Translated(Map<String, String> byLanguage) {

  /** Returns the text in that language, else in English. */
  String in(Locale language) {
    return byLanguage.getOrDefault(language.getLanguage(), toString());
  }

  @Override
  public String toString() {
    return byLanguage.getOrDefault(Locale.ENGLISH.getLanguage(), "");
  }
}

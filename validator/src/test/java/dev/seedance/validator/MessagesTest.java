package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.violation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.validator.media.MediaRule;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {

  private static final String PREFIX = "dev.seedance.validator.";
  private static final Set<String> SHARED =
      Set.of("table-member.renamed", "table-member.value-unsupported", "message.accepted-since");
  private static final Properties ENGLISH = load("");
  private static final Properties CHINESE = load("_zh");

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(CHINESE.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(ENGLISH.stringPropertyNames());
  }

  @Test
  void both_languages_have_the_same_placeholders() {
    for (String key : ENGLISH.stringPropertyNames()) {
      assertThat(placeholders(CHINESE, key)).as(key).isEqualTo(placeholders(ENGLISH, key));
    }
  }

  @Test
  void every_rule_has_a_message_and_every_message_a_rule() {
    Set<String> ids = Arrays.stream(Rule.values()).map(Rule::id).collect(Collectors.toSet());
    ids.addAll(SHARED);
    Arrays.stream(MediaRule.values()).map(MediaRule::id).forEach(ids::add);
    Set<String> withMessage =
        ENGLISH.stringPropertyNames().stream()
            .map(key -> key.substring(PREFIX.length()))
            .map(key -> key.split("\\.", -1)[0] + '.' + key.split("\\.", -1)[1])
            .collect(Collectors.toSet());
    assertThat(withMessage).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource({
    "zh, 不支持 duration 5",
    "zh-CN, 表格只列出这些取值",
    "zh-Hant-TW, 不支持 duration 5",
    "en, duration 5 is not supported",
    "en-GB, these values in its table",
    "fr, duration 5 is not supported"
  })
  void speaks_the_language_of_the_locale(String locale, String words) {
    var validator =
        RequestValidator.builder()
            .revision("2026-06")
            .locale(Locale.forLanguageTag(locale))
            .build();
    var request =
        GenerationRequest.builder().model("seedance-2-mini").prompt("x").duration(5L).build();
    ReportAssert.assertThat(validator.validate(request))
        .hasOnly(violation("duration.unsupported").saying(words));
  }

  @Test
  void english_is_english_on_a_chinese_machine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
      ResourceBundle.clearCache();
      speaks_the_language_of_the_locale("en", "is not supported");
      speaks_the_language_of_the_locale("fr", "is not supported");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Set<String> placeholders(Properties messages, String key) {
    return Pattern.compile("\\{\\w+}")
        .matcher(messages.getProperty(key))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties load(String language) {
    String name = "/ContributorValidationMessages" + language + ".properties";
    var messages = new Properties();
    try (var in = MessagesTest.class.getResourceAsStream(name)) {
      messages.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages;
  }
}

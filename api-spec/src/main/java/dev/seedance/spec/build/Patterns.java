package dev.seedance.spec.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Regular expressions of the schema. They keep to what ECMAScript (with the {@code u} flag), Java,
 * Python and RE2 read alike: no look-around, no {@code \s}, no {@code \p}; and no input takes them
 * more than linear time.
 *
 * <p>Those that describe addresses expect {@link #OUTSIDE_URLS} to be ruled out beside them, which
 * also keeps {@code $} from matching before a line break at the end.
 */
final class Patterns {

  /** One character that is not blank: spaces count as blank, no-break spaces don't. */
  static final String VISIBLE =
      "[^\\x09-\\x0d\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]";

  /** A control character. */
  static final String CONTROL = "[\\x00-\\x1f\\x7f-\\x9f]";

  /** A character that can't stand in a URL unescaped. */
  static final String OUTSIDE_URLS =
      "[\\x00-\\x20\"<>\\\\`\\x7f-\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";

  /** A letter or a digit of ASCII, or whatever a URL may hold beyond ASCII. */
  private static final String LETTER = "[^\\x00-/:-@\\[-`{-\\x7f]";

  /** The other characters of a host; it can't begin with the bracket of an IPv6 address. */
  private static final String MARK = "!$%&'()*+,.;=\\]^_{|}~-";

  private static final String HOST =
      "(?:\\[[^/?#@\\]]+\\]|(?:[" + MARK + "][\\[" + MARK + "]*)?" + LETTER + "[^/?#@:]*)";
  private static final String PORT =
      "(?::(?:[0-9]{0,4}|[0-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?";

  private static final String BASE64 = "[0-9A-Za-z+/]+={0,2}";

  private Patterns() {}

  /** The addresses that a media field may hold, by the schemes of the capability table. */
  static String address(List<String> schemes, String kind) {
    List<String> forms = new ArrayList<>();
    List<String> web = schemes.stream().filter(scheme -> scheme.startsWith("http")).toList();
    if (!web.isEmpty()) {
      forms.add(anyCase(web) + "://(?:[^/?#]*@)?" + HOST + PORT + "(?:[/?#].*)?");
    }
    if (schemes.contains("asset")) {
      forms.add(anyCase("asset") + "://[^/?#]+");
    }
    if (schemes.contains("data")) {
      forms.add(anyCase("data:" + kind) + "/[0-9A-Za-z.+_-]+;base64," + BASE64);
    }
    if (schemes.contains("base64")) {
      forms.add(BASE64);
    }
    return "^(?:" + String.join("|", forms) + ")$";
  }

  /** The beginning of an address with one of these schemes. */
  static String beginning(List<String> schemes) {
    return "^(?:"
        + schemes.stream()
            .map(scheme -> anyCase(scheme) + (scheme.equals("data") ? ":" : "://"))
            .collect(Collectors.joining("|"))
        + ")";
  }

  /** An http(s) URL with user information. */
  static String userInformation() {
    return beginning(List.of("https", "http")) + "[^/?#]*@";
  }

  /** An absolute http(s) URL without user information and fragment. */
  static String callback() {
    return '^' + anyCase(List.of("https", "http")) + "://" + HOST + PORT + "(?:[/?][^#]*)?$";
  }

  private static String anyCase(List<String> schemes) {
    return schemes.stream().map(Patterns::anyCase).collect(Collectors.joining("|", "(?:", ")"));
  }

  private static String anyCase(String text) {
    return text.chars()
        .mapToObj(Character::toString)
        .map(c -> c.equals(":") ? c : '[' + c.toUpperCase(Locale.ROOT) + c + ']')
        .collect(Collectors.joining());
  }
}

package dev.seedance.contract.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a contract, {@code info.version} of its document, by semver.org. */
record ContractVersion(int major, int minor, int patch) {

  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

  static ContractVersion of(JsonNode document) {
    String text = document.at("/info/version").asText();
    Matcher version = FORM.matcher(text);
    if (!version.matches()) {
      throw new IllegalArgumentException(
          "info.version is '" + text + "'; expected three numbers, such as 1.0.0");
    }
    return new ContractVersion(
        Integer.parseInt(version.group(1)),
        Integer.parseInt(version.group(2)),
        Integer.parseInt(version.group(3)));
  }

  /**
   * Returns the first version that may break readers of this one: before 1.0.0 the minor says so.
   */
  ContractVersion nextBreaking() {
    return major == 0 ? new ContractVersion(0, minor + 1, 0) : new ContractVersion(major + 1, 0, 0);
  }

  boolean isBefore(ContractVersion other) {
    int difference = major != other.major ? major - other.major : minor - other.minor;
    return difference < 0 || (difference == 0 && patch < other.patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}

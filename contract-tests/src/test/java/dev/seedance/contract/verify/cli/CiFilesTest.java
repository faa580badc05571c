package dev.seedance.contract.verify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.seedance.contract.verify.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The GitHub action, the GitLab job and the script that both run fit the command. */
class CiFilesTest {

  private static final Path ROOT = Path.of("..");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Options that a person uses and a CI job does not. */
  private static final Set<String> FOR_PEOPLE = Set.of("--list", "--help", "--version");

  @Test
  void every_option_is_an_input_of_the_action() throws IOException {
    List<String> inputs = new ArrayList<>();
    yaml("action.yml")
        .path("inputs")
        .fieldNames()
        .forEachRemaining(name -> inputs.add("--" + name));
    Set<String> expected = new TreeSet<>(options());
    expected.removeAll(FOR_PEOPLE);
    assertThat(inputs).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void every_input_reaches_the_script() throws IOException {
    JsonNode action = yaml("action.yml");
    JsonNode run =
        StreamSupport.stream(action.at("/runs/steps").spliterator(), false)
            .filter(step -> step.has("run"))
            .findFirst()
            .orElseThrow();
    String script = read("contract-tests/ci/verify.sh");
    List<String> passed = new ArrayList<>();
    for (Map.Entry<String, JsonNode> variable : run.path("env").properties()) {
      String value = variable.getValue().asText();
      if (value.contains("inputs.")) {
        passed.add(value.replaceAll(".*inputs\\.([a-z-]+).*", "$1"));
        assertThat(script).containsPattern("\\b" + variable.getKey() + "\\b");
      }
    }
    assertThat(action.path("inputs").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(passed);
    assertThat(run.path("run").asText())
        .as("expressions in a script are pasted into it: whoever writes an input could run code")
        .doesNotContain("${{");
  }

  @Test
  void the_script_gives_options_that_exist() throws IOException {
    String script = read("contract-tests/ci/verify.sh");
    assertThat(Pattern.compile("--[a-z][a-z-]+").matcher(script).results().map(m -> m.group()))
        .isNotEmpty()
        .isSubsetOf(options());
  }

  @Test
  void the_gitlab_job_runs_the_script_and_keeps_its_report() throws IOException {
    JsonNode job = yaml("contract-tests/ci/gitlab.yml").path("seedance-verify");
    assertThat(job.path("script").toString()).contains("contract-tests/ci/verify.sh");
    String report = job.at("/artifacts/reports/junit").asText();
    assertThat(report).isNotBlank();
    assertThat(job.at("/variables/VERIFY_REPORT").asText()).endsWith("/" + report);
    String script = read("contract-tests/ci/verify.sh");
    assertThat(job.path("variables").fieldNames())
        .toIterable()
        .allSatisfy(name -> assertThat(script).containsPattern("\\b" + name + "\\b"));
  }

  @Test
  void the_page_shows_the_job_as_it_is() throws IOException {
    String job = read("contract-tests/ci/gitlab.yml").replaceAll("(?m)^#.*\n", "");
    assertThat(read("docs/contract-testing.md")).contains(job.strip());
  }

  private static Set<String> options() {
    return VerifyCommand.commandLine(Map.of(), Time.real()).getCommandSpec().options().stream()
        .map(option -> option.longestName())
        .collect(Collectors.toSet());
  }

  private static JsonNode yaml(String path) throws IOException {
    return YAML.readTree(read(path));
  }

  private static String read(String path) throws IOException {
    return Files.readString(ROOT.resolve(path));
  }
}

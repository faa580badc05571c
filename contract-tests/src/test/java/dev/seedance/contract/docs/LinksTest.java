package dev.seedance.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links between the pages lead somewhere, and every page can be reached. */
class LinksTest {

  private static final Pattern LINK =
      Pattern.compile(
          "!?\\[(?:[^\\[\\]]|\\[[^\\]]*\\])*\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
  private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *$");
  private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N} _-]");

  @Test
  void every_relative_link_leads_to_a_file_and_its_anchor_to_a_heading() {
    List<String> broken = new ArrayList<>();
    for (Page page : Page.all()) {
      for (String link : links(page)) {
        Path target = target(page, link);
        if (!Files.exists(target)) {
          broken.add(page.name() + " links " + link + ": no such file");
        } else if (link.contains("#") && !anchors(target).contains(anchor(link))) {
          broken.add(page.name() + " links " + link + ": no such heading");
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void every_page_can_be_reached_from_the_front_page() {
    Map<String, Page> pages =
        Page.all().stream().collect(Collectors.toMap(Page::name, page -> page));
    Set<String> reached = new HashSet<>(Set.of("README.md"));
    var open = new ArrayDeque<>(reached);
    while (!open.isEmpty()) {
      Page page = pages.get(open.remove());
      links(page).stream()
          .map(link -> Page.ROOT.relativize(target(page, link)).toString().replace('\\', '/'))
          .filter(pages::containsKey)
          .filter(reached::add)
          .forEach(open::add);
    }
    assertThat(reached).containsExactlyInAnyOrderElementsOf(pages.keySet());
  }

  @Test
  void an_anchor_is_what_the_heading_says_in_lower_case() {
    assertThat(anchorsOf("# `json.malformed`\n## What it *is*, and\n## Twice\n## Twice\n"))
        .containsExactlyInAnyOrder("jsonmalformed", "what-it-is-and", "twice", "twice-1");
  }

  /** Returns the links of a page that lead into the project. */
  private static List<String> links(Page page) {
    String prose = CODE.matcher(FENCED.matcher(page.text()).replaceAll("")).replaceAll("code");
    return LINK.matcher(prose)
        .results()
        .map(link -> link.group(1) == null ? link.group(2) : link.group(1))
        .filter(link -> !link.matches("[a-z]+:.*"))
        .toList();
  }

  private static Path target(Page page, String link) {
    Path from = Page.ROOT.resolve(page.name());
    String file = link.replaceFirst("#.*", "");
    return file.isEmpty() ? from : from.resolveSibling(file).normalize();
  }

  private static String anchor(String link) {
    return link.substring(link.indexOf('#') + 1);
  }

  private static Set<String> anchors(Path target) {
    return anchorsOf(Page.of(Page.ROOT.relativize(target).toString()).text());
  }

  private static Set<String> anchorsOf(String markdown) {
    var seen = new HashMap<String, Integer>();
    return HEADING
        .matcher(FENCED.matcher(markdown).replaceAll(""))
        .results()
        .map(heading -> heading.group(1).replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1"))
        .map(text -> NOT_IN_ANCHORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(""))
        .map(text -> text.strip().replace(' ', '-'))
        .flatMap(
            text -> {
              int times = seen.merge(text, 1, Integer::sum);
              return Stream.of(times == 1 ? text : text + "-" + (times - 1));
            })
        .collect(Collectors.toSet());
  }
}

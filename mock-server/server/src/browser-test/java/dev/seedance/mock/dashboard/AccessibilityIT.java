package dev.seedance.mock.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessibilityIT extends BrowserTest {

  private String failed;
  private String completed;

  @BeforeEach
  void submit_some_tasks() {
    failed = submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:content-rejected] A crowd\"}");
    completed =
        submit(
            "{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse\",\"callback_url\":\"http://127.0.0.1:1/\"}");
    server().advance("PT1H");
    submit("{\"model\":\"seedance-2\",\"prompt\":\"[mock:slow] A kite\"}");
    server().advance("PT5M");
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280", "DARK,1280", "LIGHT,390", "DARK,390"})
  void axe_finds_nothing_serious(ColorScheme scheme, int width) {
    Page page =
        reopen(
            server(),
            new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 844),
            "/");
    assertThat(page.locator(".task")).hasCount(3);
    assertClean(page, "tasks");
    page.navigate("/#/tasks/" + failed);
    assertThat(page.locator(".curtain")).isVisible();
    assertClean(page, "failed task");
    page.navigate("/#/tasks/" + completed);
    assertThat(page.locator("video")).isVisible();
    page.locator(".delivery summary").first().click();
    assertClean(page, "completed task");
    page.navigate("/#/new");
    page.locator("[name=model]").last().check();
    page.locator("[name=callback_url]").fill("nowhere");
    assertThat(page.locator(".violation")).hasCount(2);
    assertClean(page, "form");
    page.navigate("/#/scenarios");
    assertThat(page.locator(".scenario").first()).isVisible();
    assertClean(page, "scenarios");
    page.navigate("/#/journal");
    page.locator(".journal summary").first().click();
    assertClean(page, "journal");
    assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing is wider than the page")
        .isTrue();
  }

  @Test
  void the_keyboard_is_enough() {
    page().keyboard().press("Tab");
    assertThat(page().locator(".skip")).isFocused();
    tabTo(link("New request").first());
    page().keyboard().press("Enter");
    assertThat(heading("New request")).isFocused();
    tabTo(field("prompt"));
    page().keyboard().type("Typed without a mouse");
    tabTo(button("Submit"));
    page().keyboard().press("Enter");
    assertThat(heading("Typed without a mouse")).isFocused();
    tabTo(button("Complete now"));
    page().keyboard().press("Enter");
    assertThat(page().locator("main .pill").first()).hasText("completed");
    page().keyboard().press("Shift+Tab");
    tabTo(link("Download MP4"));
  }

  private void tabTo(Locator target) {
    for (int presses = 0; presses < 60; presses++) {
      page().keyboard().press("Tab");
      if ((Boolean) target.evaluate("element => element === document.activeElement")) {
        assertThat((String) target.evaluate("element => getComputedStyle(element).outlineStyle"))
            .as("the focus is seen")
            .isEqualTo("solid");
        return;
      }
    }
    throw new AssertionError(target + " is not reached by the Tab key");
  }

  private static void assertClean(Page page, String name) {
    List<String> serious =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule -> rule.getId() + " " + rule.getNodes())
                .toList();
    assertThat(serious).as(name).isEmpty();
  }
}

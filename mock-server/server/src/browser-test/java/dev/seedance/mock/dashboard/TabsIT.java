package dev.seedance.mock.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many tabs at a time, tabs that come and go, and addresses that were typed by hand. */
class TabsIT extends BrowserTest {

  private static final String BOAT = "{\"model\":\"seedance-2\",\"prompt\":\"A paper boat\"}";

  private static void assertLive(Page tab, int tasks) {
    assertThat(tab.locator(".connection")).hasAttribute("data-state", "live");
    assertThat(tab.locator(".task")).hasCount(tasks);
    assertThat(tab.locator(".clock-time")).isVisible();
  }

  @Test
  void nine_tabs_share_one_stream() {
    List<Page> tabs = tabs(9);
    tabs.forEach(tab -> assertLive(tab, 0));
    submit(BOAT);
    tabs.forEach(tab -> assertLive(tab, 1));
    assertThat(streams()).isEqualTo(1);
  }

  @Test
  void when_the_tab_that_reads_closes_another_takes_over() {
    List<Page> tabs = tabs(4);
    tabs.forEach(tab -> assertLive(tab, 0));
    page().close();
    submit(BOAT);
    tabs.subList(1, 4).forEach(tab -> assertLive(tab, 1));
    server().advance("PT1H");
    tabs.subList(1, 4).forEach(tab -> assertThat(tab.locator(".pill")).hasText("completed"));
    assertThat(streams()).isEqualTo(2);
  }

  @Test
  void a_tab_of_another_sandbox_has_a_stream_of_its_own() {
    assertLive(page(), 0);
    Page other = another("/");
    assertLive(other, 0);
    other.locator(".sandbox").selectOption("Another key…");
    other.getByLabel("API key of the sandbox").fill("own-key");
    other
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open").setExact(true))
        .click();
    assertLive(other, 0);
    submit(BOAT);
    assertLive(page(), 1);
    assertLive(other, 0);
    server.as("own-key").submit(BOAT);
    server.as("own-key").submit(BOAT);
    assertLive(other, 2);
    assertLive(page(), 1);
  }

  @Test
  void a_page_that_is_left_gives_the_stream_up_and_is_live_on_the_way_back() {
    assertLive(page(), 0);
    page().navigate("/docs");
    Page other = another("/");
    assertLive(other, 0);
    submit(BOAT);
    page().goBack();
    assertLive(page(), 1);
    submit(BOAT);
    assertLive(page(), 2);
    assertLive(other, 2);
  }

  @Test
  void a_page_that_the_browser_kept_is_live_again() {
    assertLive(page(), 0);
    page().evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))");
    Page other = another("/");
    assertLive(other, 0);
    submit(BOAT);
    assertLive(other, 1);
    assertThat(page().locator(".task")).hasCount(0);
    page().evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))");
    assertLive(page(), 1);
    submit(BOAT);
    assertLive(page(), 2);
  }

  @ParameterizedTest
  @CsvSource({
    "#/__proto__, Nothing here yet",
    "#/constructor, Nothing here yet",
    "#/hasOwnProperty/x, Nothing here yet",
    "#/task, Nothing here yet",
    "#////, Nothing here yet",
    "#%, Nothing here yet",
    "#/tasks/%, No such task",
    "#/tasks/%E2%82, No such task",
    "#/tasks/__proto__, No such task",
    "#/journal/__proto__, Journal"
  })
  void any_address_is_a_page(String hash, String title) {
    expectComplaint("404"); // the browser says it of a task that is not there
    page().navigate("/" + hash);
    assertThat(heading(title).first()).isVisible();
    page().reload();
    assertThat(heading(title).first()).isVisible();
  }

  /** Opens so many tabs; the first is the one that every test has. */
  private List<Page> tabs(int count) {
    List<Page> tabs = new ArrayList<>(List.of(page()));
    assertLive(page(), 0);
    while (tabs.size() < count) {
      tabs.add(another("/"));
    }
    return tabs;
  }
}

package dev.seedance.mock.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.seedance.mock.Calls;
import dev.seedance.mock.TestServer;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A tab on the dashboard of a server whose time stands still, for each test. No test may leave a
 * complaint on the console, show a dialog, or send its key in a URL.
 */
abstract class BrowserTest {

  /** The key that the dashboard begins with. */
  static final String KEY = "any-key";

  static final Instant START = Instant.parse("2026-01-01T09:30:00Z");

  private static Chromium chromium;

  @RegisterExtension
  static final TestServer server = TestServer.with("--clock=frozen", "--clock-start=" + START);

  private Page page;
  private String expectedComplaint = "";

  /**
   * A busy machine may take its time: everything that is awaited here happens, or the test fails.
   */
  private static final double PATIENCE_MS = 30_000;

  @BeforeAll
  static void start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @BeforeEach
  void open() {
    server().post("/_mock/reset", "");
    page = chromium.open(server.baseUrl(), new Browser.NewContextOptions());
    page.navigate("/");
  }

  @AfterEach
  void close() {
    assertThat(chromium.complaints())
        .allSatisfy(
            complaint -> {
              assertThat(expectedComplaint).isNotEmpty();
              assertThat(complaint).contains(expectedComplaint);
            });
    assertThat(chromium.urls())
        .allSatisfy(
            url -> assertThat(url).startsWith(server.baseUrl().toString()).doesNotContain(KEY));
    page.context().close();
  }

  Page page() {
    return page;
  }

  /** Opens another tab in the place of this one. */
  Page reopen(Calls other, Browser.NewContextOptions options, String path) {
    page.context().close();
    page = chromium.open(other.baseUrl(), options);
    page.navigate(path);
    return page;
  }

  /** Opens a tab beside the others, in the same profile. */
  Page another(String path) {
    Page tab = page.context().newPage();
    tab.navigate(path);
    return tab;
  }

  /** Returns how often the tabs of the test asked for the stream of events. */
  long streams() {
    return chromium.urls().stream().filter(url -> url.endsWith("/_mock/events")).count();
  }

  /** The browser itself writes refusals on the console: those of this text are the tested ones. */
  void expectComplaint(String text) {
    expectedComplaint = text;
  }

  /** Returns calls with the key that the dashboard begins with. */
  Calls server() {
    return server.as(KEY);
  }

  /** Submits as a program would, and returns the id of the task. */
  String submit(String json) {
    return server().submit(json).text("/id");
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator heading(String name) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }

  /** Returns a choice of the form, by the name of its field. */
  Locator field(String name) {
    return page.locator("[name=" + name + "]");
  }
}

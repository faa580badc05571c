package dev.seedance.mock.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Makes the images of the documentation from the real thing, into the folder of the system property
 * {@code seedance.images}. Time stands still and the seed is fixed, so that they change with the
 * dashboard only.
 */
class ScreenshotsIT extends BrowserTest {

  private static final Path IMAGES = Path.of(System.getProperty("seedance.images"));

  private String finished;

  @BeforeEach
  void live_through_a_morning() throws IOException {
    try (var receiver = new HookReceiver()) {
      finished =
          task(
              "seedance-2",
              "A lighthouse in a storm, waves against the rocks, slow push in",
              ",\"duration\":5,\"client_business_id\":\"order-1041\",\"callback_url\":\"%s\""
                  .formatted(receiver.url()));
      task("seedance-2-mini", "Paper boats on a still pond, macro", ",\"duration\":8");
      later(Duration.ofMinutes(3));
      task("seedance-2-fast", "[mock:content-rejected] A crowd at night, handheld", "");
      later(Duration.ofMinutes(4));
    }
    task(
        "seedance-2",
        "Two foxes crossing fresh snow at dawn. The first stops and looks back; breath in the cold"
            + " air, soft light from the left, long shadows, shallow depth of field, no text",
        ",\"duration\":10,\"resolution\":\"1080p\"");
    later(Duration.ofSeconds(70));
    task("seedance-2-fast", "清晨的茶园，薄雾缓缓散开", ",\"aspect_ratio\":\"9:16\"");
    task("seedance-2", "A kite above the dunes", ",\"duration\":4");
    later(Duration.ofSeconds(12));
    task("seedance-2-mini", "A paper crane unfolds", ",\"duration\":4");
    later(Duration.ofSeconds(3));
  }

  @Test
  void the_list_of_tasks() throws IOException {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      Page page = show("/", scheme, 1280, 800);
      assertThat(page.locator(".task")).hasCount(7);
      save(page, scheme == ColorScheme.LIGHT ? "dashboard" : "dashboard-dark");
    }
  }

  @Test
  void a_task() throws IOException {
    Page page = show("/#/tasks/" + finished, ColorScheme.LIGHT, 1280, 900);
    assertThat(page.locator("video")).isVisible();
    page.locator("video")
        .evaluate(
            "video => new Promise(done => { video.onseeked = done; video.currentTime = 2.5; })");
    page.locator("video").evaluate("video => { video.controls = false; }");
    assertThat(page.locator(".delivery")).isVisible();
    save(page, "dashboard-task");
  }

  @Test
  void a_form_with_faults() throws IOException {
    Page page = show("/#/new", ColorScheme.LIGHT, 1280, 900);
    page.locator("[name=prompt]").fill("Paper boats on a still pond, macro");
    page.locator("[name=duration]").selectOption("5 s");
    page.locator("[name=resolution]").selectOption("1080p");
    page.locator("[name=model]").last().check();
    assertThat(page.locator(".violation")).hasCount(2);
    save(page, "dashboard-form");
  }

  @Test
  void a_phone() throws IOException {
    Page page = show("/", ColorScheme.LIGHT, 390, 844);
    assertThat(page.locator(".task")).hasCount(7);
    save(page, "dashboard-phone");
  }

  private Page show(String path, ColorScheme scheme, int width, int height) {
    var options =
        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, height);
    Page page = reopen(server(), options, path);
    assertThat(page.locator(".clock-time")).isVisible();
    return page;
  }

  private String task(String model, String prompt, String more) {
    return submit("{\"model\":\"%s\",\"prompt\":\"%s\"%s}".formatted(model, prompt, more));
  }

  private void later(Duration by) {
    server().advance(by.toString());
  }

  private static void save(Page page, String name) throws IOException {
    Files.createDirectories(IMAGES);
    Path file = IMAGES.resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(file).isNotEmptyFile();
  }
}

package dev.seedance.mock.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.seedance.mock.MockOptions;
import dev.seedance.mock.MockServer;
import dev.seedance.mock.clock.ClockSetting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DashboardIT {

  private static Chromium chromium;
  private static MockServer server;

  private Page page;

  @BeforeAll
  static void start() {
    chromium = new Chromium();
    server = MockServer.start(MockOptions.builder().clock(ClockSetting.AUTO).build());
  }

  @AfterAll
  static void stop() {
    server.close();
    chromium.close();
  }

  @BeforeEach
  void open() {
    page = chromium.open(server.baseUrl().toString(), new Browser.NewContextOptions());
    page.navigate("/");
  }

  @AfterEach
  void close() {
    page.context().close();
    server.withApiKey("any-key").reset();
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void a_request_from_the_form_becomes_a_video_that_plays() {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New request")).first().click();
    page.getByLabel("Prompt").fill("A lighthouse in a storm");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit")).click();
    assertThat(page.locator("main .pill").first()).hasText("completed");
    assertThat(page.locator("video")).isVisible();
    var seconds =
        page.locator("video")
            .evaluate(
                """
                video => new Promise((done, fail) => {
                  video.ontimeupdate = () => video.currentTime > 0.2 && done(video.currentTime);
                  video.onerror = () => fail(video.error.message);
                  video.muted = true;
                  video.play().catch(fail);
                })""");
    assertThat(((Number) seconds).doubleValue()).isPositive();
  }
}

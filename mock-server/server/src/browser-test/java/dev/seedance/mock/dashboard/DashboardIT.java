package dev.seedance.mock.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import dev.seedance.mock.TestServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardIT extends BrowserTest {

  private static final String PLAIN = "{\"model\":\"seedance-2\",\"prompt\":\"A lighthouse\"}";

  private Locator pill() {
    return page().locator("main .pill").first();
  }

  @Test
  void the_empty_page_shows_how_to_begin() {
    assertThat(heading("Nothing here yet")).isVisible();
    assertThat(page().locator(".empty .code"))
        .containsText(server().baseUrl() + "/v1/videos/generations");
  }

  @Test
  void a_request_from_the_form_becomes_a_video_that_plays() {
    page().getByLabel("Mode of the clock").selectOption("Automatic");
    link("New request").first().click();
    field("prompt").fill("A lighthouse in a storm");
    button("Submit").click();
    assertThat(pill()).hasText("completed");
    var seconds =
        page()
            .locator("video")
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

  @Test
  void a_task_shows_up_and_moves_without_a_reload() {
    assertThat(heading("Nothing here yet")).isVisible();
    submit(PLAIN);
    assertThat(page().locator(".task")).hasCount(1);
    assertThat(pill()).hasText("queued");
    page().getByText("Next event").click();
    assertThat(pill()).hasText("in progress");
    server().advance("PT1H");
    assertThat(pill()).hasText("completed");
  }

  @Test
  void the_clock_bar_moves_time() {
    assertThat(page().locator(".clock-time")).hasText("09:30:00");
    button("+10 s").click();
    assertThat(page().locator(".clock-time")).hasText("09:30:10");
    button("+1 min").click();
    assertThat(page().locator(".clock-time")).hasText("09:31:10");
    button("Run").click();
    assertThat(button("Freeze")).isVisible();
    assertThat(page().locator(".clock-dot")).hasAttribute("data-flowing", "true");
  }

  @Test
  void a_wrong_request_is_explained_beside_its_field_and_mended_there() {
    link("New request").first().click();
    field("prompt").fill("Paper boats");
    field("duration").selectOption("5 s");
    assertThat(page().locator(".verdict")).hasText("Valid");
    page().locator("[name=model]").last().check();
    Locator duration = page().locator(".field", containing("[name=duration]"));
    assertThat(duration.locator(".violation")).containsText("duration.unsupported");
    assertThat(field("duration")).hasAttribute("aria-invalid", "true");
    assertThat(field("generate_audio")).isDisabled();
    duration.getByText("8", new Locator.GetByTextOptions().setExact(true)).click();
    assertThat(page().locator(".verdict")).hasText("Valid");
    assertThat(page().locator("pre[aria-label='Request as JSON']")).containsText("\"duration\": 8");
    button("Submit").click();
    assertThat(heading("Paper boats")).isVisible();
  }

  @Test
  void what_the_form_has_no_field_for_can_be_written_as_json() {
    link("New request").first().click();
    button("JSON").click();
    page()
        .locator("textarea.code")
        .fill("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"ratio\":\"1:1\"");
    assertThat(page().locator(".violation")).containsText("json.malformed");
    page()
        .locator("textarea.code")
        .fill("{\"model\":\"seedance-2\",\"prompt\":\"x\",\"ratio\":\"1:1\"}");
    assertThat(page().locator(".violation")).containsText("field.unknown");
    button("Fields").click();
    assertThat(field("prompt")).hasValue("x");
    assertThat(page().locator("pre[aria-label='Request as JSON']")).containsText("\"ratio\"");
  }

  @Test
  void a_webhook_is_shown_with_its_signature_and_can_be_sent_again() throws IOException {
    try (var receiver = new HookReceiver()) {
      String id =
          submit(
              "{\"model\":\"seedance-2\",\"prompt\":\"x\",\"callback_url\":\""
                  + receiver.url()
                  + "\"}");
      page().navigate("/#/tasks/" + id);
      assertThat(page().getByText("Nothing was sent yet.")).isVisible();
      server().advance("PT1H");
      Locator delivery = page().locator(".delivery");
      assertThat(delivery.locator(".pill")).hasText("delivered");
      delivery.getByText("Attempt 1").click();
      assertThat(delivery).containsText("v1=");
      assertThat(delivery).containsText("X-ToAPIs-Webhook-Id");
      assertThat(delivery).containsText(HookReceiver.RESPONSE);
      button("Redeliver").click();
      assertThat(delivery).containsText("Attempt 2");
      assertThat(receiver.received()).hasSize(2);
    }
  }

  @Test
  void the_timeline_tells_past_from_plan() {
    String id = submit(PLAIN);
    page().navigate("/#/tasks/" + id);
    assertThat(page().locator(".timeline li[data-past=true]")).containsText("Submitted");
    assertThat(page().locator(".timeline li[data-past=false]")).hasCount(2);
    button("Fail now").click();
    assertThat(pill()).hasText("failed");
    assertThat(page().locator(".timeline li[data-past=true]")).hasCount(3);
    assertThat(page().locator(".curtain")).containsText("generation_failed");
  }

  @Test
  void a_hostile_prompt_is_text_everywhere() {
    String hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>${alert(3)}\"'";
    String id =
        submit(
            "{\"model\":\"seedance-2\",\"client_business_id\":\"<b>\",\"prompt\":\"%s\"}"
                .formatted(hostile.replace("\"", "\\\"")));
    assertThat(page().locator(".task-prompt")).hasText(hostile);
    page().navigate("/#/tasks/" + id);
    assertThat(heading(hostile)).isVisible();
    assertThat(page().locator("main img, main script, main b")).hasCount(0);
    link("Journal").click();
    page().locator(".journal summary").first().click();
    assertThat(page().locator(".journal .code")).containsText("onerror=alert(1)");
    page().navigate("/#/tasks/%3Cimg%20src%3Dx%20onerror%3Dalert(4)%3E");
    expectComplaint("404");
    assertThat(heading("No such task")).isVisible();
    assertThat(page().locator("main img")).hasCount(0);
  }

  @Test
  void scenarios_come_and_go() {
    link("Scenarios").click();
    assertThat(page().getByText("None yet: register one.")).isVisible();
    button("Register").click();
    assertThat(button("Remove storm-fails")).isVisible();
    submit("{\"model\":\"seedance-2\",\"prompt\":\"A storm\"}");
    button("Remove storm-fails").click();
    assertThat(page().getByText("None yet: register one.")).isVisible();
    expectComplaint("400");
    page().locator("textarea.code").fill("{\"name\":\"x\",\"outcom\":{}}");
    button("Register").click();
    assertThat(page().locator(".problem")).containsText("outcom");
    link("Tasks").click();
    assertThat(page().locator(".task .tag")).hasText("storm-fails");
  }

  @Test
  void the_journal_can_be_filtered() {
    submit(PLAIN);
    server().poll("unknown");
    link("Journal").click();
    assertThat(page().locator(".journal li")).hasCount(2);
    page().getByLabel("Status").selectOption("4xx");
    assertThat(page().locator(".journal li")).hasCount(1);
    assertThat(page().locator(".journal summary")).containsText("/v1/videos/generations/unknown");
    page().getByLabel("Status").selectOption("every status");
    page().getByLabel("Search the journal").fill("lighthouse");
    assertThat(page().locator(".journal li")).hasCount(1);
    assertThat(page().locator(".journal summary")).containsText("POST");
  }

  @Test
  void each_key_has_tasks_of_its_own() {
    submit(PLAIN);
    assertThat(page().locator(".task")).hasCount(1);
    page().locator(".sandbox").selectOption("Another key…");
    page().getByLabel("API key of the sandbox").fill("other-key");
    button("Open").click();
    assertThat(heading("Nothing here yet")).isVisible();
    page().reload();
    assertThat(heading("Nothing here yet")).isVisible();
    page().locator(".sandbox").selectOption(KEY);
    assertThat(page().locator(".task")).hasCount(1);
  }

  @Test
  void a_key_that_is_not_welcome_is_said_to_be_so() {
    try (var strict = TestServer.with("--api-key=team-key", "--clock=frozen").start()) {
      expectComplaint("401");
      var page = reopen(strict, new Browser.NewContextOptions(), "/");
      assertThat(heading("This key is not welcome")).isVisible();
      page.locator(".sandbox").selectOption("Another key…");
      page.getByLabel("API key of the sandbox").fill("team-key");
      page.keyboard().press("Enter");
      assertThat(heading("Nothing here yet")).isVisible();
      page.context().close();
    }
    open();
  }

  @Test
  void a_request_can_be_copied_as_a_program() {
    page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    link("New request").first().click();
    field("prompt").fill("It's a \"test\"");
    for (String language : List.of("curl", "Java", "TypeScript")) {
      button(language).click();
      assertThat(page().getByText("Copied as " + language + ".")).isVisible();
      assertThat((String) page().evaluate("() => navigator.clipboard.readText()"))
          .contains("/v1/videos/generations", "Bearer any-key", "test");
    }
  }

  @Test
  void the_theme_can_be_chosen_and_is_remembered() {
    assertThat(page().locator("html")).not().hasAttribute("data-theme", "dark");
    button("Dark theme").click();
    assertThat(page().locator("html")).hasAttribute("data-theme", "dark");
    page().reload();
    assertThat(page().locator("html")).hasAttribute("data-theme", "dark");
    assertThat(button("Light theme")).isVisible();
  }

  private com.microsoft.playwright.Page.LocatorOptions containing(String selector) {
    return new com.microsoft.playwright.Page.LocatorOptions().setHas(page().locator(selector));
  }
}

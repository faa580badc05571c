package dev.seedance.mock.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

class ReferenceIT extends BrowserTest {

  @Test
  void an_operation_of_the_contract_can_be_tried_here() {
    page().navigate("/docs");
    assertThat(page().getByText("seedance-2 video generation API")).isVisible();
    Locator submit = page().locator(".opblock-post").first();
    submit.locator(".opblock-summary-control").click();
    submit.locator(".execute").click();
    assertThat(submit.locator(".live-responses-table .response .response-col_status").first())
        .containsText("200");
    link("seedance mock").click();
    assertThat(page().locator(".task")).hasCount(1);
  }

  @Test
  void the_control_plane_stands_beside_it() {
    page().navigate("/docs");
    page().locator("#document").selectOption("the control plane");
    assertThat(page().getByText("Control plane of the mock server")).isVisible();
    Locator clock = page().locator("#operations-clock-getClock");
    clock.locator(".opblock-summary-control").click();
    clock.locator(".execute").click();
    assertThat(clock.locator(".live-responses-table")).containsText("2026-01-01T09:30:00Z");
  }
}

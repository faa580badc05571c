package dev.seedance.mock.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The machine's browser, without a window. Each test has a profile of its own. */
final class Chromium implements AutoCloseable {

  /** A browser in a container has no sandbox, no graphics card and nobody to greet. */
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of(System.getProperty("seedance.browser")))
                  .setArgs(FLAGS));
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> urls = new CopyOnWriteArrayList<>();

  /**
   * Opens a tab in a profile of its own, and keeps the complaints of all tabs of the profile and
   * the URLs that they ask for.
   */
  Page open(URI baseUrl, Browser.NewContextOptions options) {
    complaints.clear();
    urls.clear();
    BrowserContext context = browser.newContext(options.setBaseURL(baseUrl.toString()));
    context.onPage(this::listen);
    return context.newPage();
  }

  private void listen(Page tab) {
    tab.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text() + " " + message.location());
          }
        });
    tab.onPageError(complaints::add);
    tab.onRequest(request -> urls.add(request.url()));
    tab.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
  }

  /** Returns errors, warnings and dialogs of the tabs of the profile that was opened last. */
  List<String> complaints() {
    return complaints;
  }

  /** Returns the URLs that the tabs of that profile have asked for. */
  List<String> urls() {
    return urls;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

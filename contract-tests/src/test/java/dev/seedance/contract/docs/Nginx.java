package dev.seedance.contract.docs;

import java.nio.file.Path;
import java.util.List;

/** The nginx that runs listings of its configuration, in the foreground and in one folder. */
public final class Nginx {

  private static final String FRAME =
      """
      daemon off;
      master_process off;
      pid nginx.pid;
      error_log stderr LEVEL;
      events {}
      http {
        access_log off;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
      %s
      }
      """;

  private Nginx() {}

  /** Leaves the test out, or fails it, if there is no nginx. */
  public static void require() {
    Programs.require(Programs.runs("nginx", "-v"), "nginx");
  }

  /**
   * Returns the command that runs it.
   *
   * @param folder takes all that it writes
   * @param file the configuration in that folder
   */
  public static List<String> command(Path folder, String file) {
    return List.of("nginx", "-p", folder.toString(), "-c", file, "-e", "stderr");
  }

  /**
   * Returns the file around a listing, which stands at {@code %s}.
   *
   * @param level of what is printed, such as {@code notice}
   */
  public static String frame(String level) {
    return FRAME.replace("LEVEL", level);
  }
}

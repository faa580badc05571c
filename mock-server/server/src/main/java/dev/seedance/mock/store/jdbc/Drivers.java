package dev.seedance.mock.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The database drivers that lie in folders of the program's jar, beside its class path.
 *
 * <p>Each is loaded when it is asked for, by a class loader of its own: the plain mock loads no
 * class of them, and they meet no library of a program that embeds it.
 */
final class Drivers {

  private static final String SERVICE = "META-INF/services/java.sql.Driver";

  private static final Map<String, Driver> LOADED = new ConcurrentHashMap<>();

  private Drivers() {}

  /**
   * Returns a driver.
   *
   * @param name of its folder
   */
  static Driver load(String name) {
    return LOADED.computeIfAbsent(name, Drivers::find);
  }

  private static Driver find(String name) {
    String service = "/drivers/" + name + "/" + SERVICE;
    @Nullable URL url = Drivers.class.getResource(service);
    if (url == null) {
      throw new IllegalStateException(
          "this program has no %s driver; build it again, or use the -cli.jar".formatted(name));
    }
    String text = url.toString();
    try (var list = url.openStream()) {
      URL folder = new URL(text.substring(0, text.length() - SERVICE.length()));
      var loader =
          new URLClassLoader(name, new URL[] {folder}, ClassLoader.getPlatformClassLoader());
      String type = new String(list.readAllBytes(), UTF_8).strip();
      return (Driver) loader.loadClass(type).getConstructor().newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the %s driver can't be loaded".formatted(name), e);
    }
  }
}

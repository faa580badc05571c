package dev.seedance.mock.cluster;

import dev.seedance.mock.store.SandboxStore;
import dev.seedance.mock.store.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** A view of a store that counts the questions to it, and that can be cut off. Thread-safe. */
final class CountingStore {

  private final SandboxStore real;
  private final Map<String, Integer> questions = new ConcurrentSkipListMap<>();
  private volatile boolean cut;

  CountingStore(SandboxStore real) {
    this.real = real;
  }

  /** Returns the store as a server sees it. */
  SandboxStore view() {
    return (SandboxStore)
        Proxy.newProxyInstance(
            SandboxStore.class.getClassLoader(),
            new Class<?>[] {SandboxStore.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  /** Lets the server reach the store no more. */
  void cut() {
    cut = true;
  }

  /** Lets the server reach the store again. */
  void join() {
    cut = false;
  }

  boolean isCut() {
    return cut;
  }

  /** Returns how often each question was asked, and begins to count anew. */
  synchronized Map<String, Integer> take() {
    Map<String, Integer> taken = new TreeMap<>(questions);
    questions.clear();
    return taken;
  }

  private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
    if (!Set.of("now", "isShared", "outlivesServer", "close").contains(method.getName())) {
      questions.merge(method.getName(), 1, Integer::sum);
      if (cut) {
        throw new StoreException("the store can't be reached");
      }
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}

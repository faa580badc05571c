package dev.seedance.mock.options;

import static dev.seedance.mock.options.OptionType.duration;
import static dev.seedance.mock.options.OptionType.line;
import static dev.seedance.mock.options.OptionType.peerUrl;
import static dev.seedance.mock.options.OptionType.positiveDuration;
import static dev.seedance.mock.options.OptionType.secret;

import dev.seedance.spec.http.HttpUrl;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of the store of sandboxes, and of the servers that share it. */
public final class StoreOptions {

  private static final OptionList LIST = new OptionList();

  public static final Option<@Nullable String> DATA =
      LIST.optional(
          "data",
          "DIR",
          "Folder in which the server keeps its sandboxes, so that they outlive it; one server has it"
              + " for itself. Default: they live in memory.",
          line());

  public static final Option<@Nullable DatabaseUrl> DATABASE =
      LIST.secret(
          "database",
          "URL",
          "PostgreSQL database in which servers that share it keep their sandboxes, such as"
              + " jdbc:postgresql://db.example.com:5432/mock; in place of --data.",
          DatabaseUrl::parse);

  public static final Option<@Nullable String> DATABASE_USER =
      LIST.optional("database-user", "NAME", "User of the database.", line());

  public static final Option<@Nullable String> DATABASE_PASSWORD =
      LIST.secret(
          "database-password",
          "PASSWORD",
          "Password of that user; better given as the variable, because everybody on a machine can"
              + " read command lines.",
          line());

  public static final Option<Duration> LEASE =
      LIST.one(
          "lease",
          "DURATION",
          "PT10S",
          "Real time for which a server owns a sandbox of a shared database after its last sign of"
              + " life, from PT3S to PT5M in ISO 8601.",
          duration(Duration.ofSeconds(3), Duration.ofMinutes(5)));

  public static final Option<@Nullable HttpUrl> ADVERTISE =
      LIST.optional(
          "advertise",
          "URL",
          "Address at which the other servers of a shared database reach this one, such as"
              + " http://10.0.0.7:8080. Default: the address and port that it binds.",
          peerUrl());

  public static final Option<@Nullable String> CLUSTER_SECRET =
      LIST.secret(
          "cluster-secret",
          "TEXT",
          "What servers that share a database show each other when they pass on requests, the same"
              + " for all; 16 to 200 visible characters. Default: none is passed on.",
          secret(16, 200));

  public static final Option<Duration> KEEP_SANDBOXES =
      LIST.one(
          "keep-sandboxes",
          "DURATION",
          "P30D",
          "Real time after which a stored sandbox that nobody has used is deleted, in ISO 8601.",
          positiveDuration());

  /** Every option, in the order of the help. The constants above add themselves. */
  static final List<Option<?>> ALL = LIST.all();

  private StoreOptions() {}
}

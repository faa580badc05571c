import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/**
 * Kills a writer of an embedded database in the middle of its transactions, and spoils the end of
 * its files, again and again; then opens the database and counts what is left.
 *
 * <p>Usage, from the root of a checkout that has been built: {@code java -cp
 * mock-server/server/target/classes/drivers/sqlite contract-tests/stores/FileCrash.java sqlite
 * ROUNDS [SEED]}; or with {@code h2} and the jar of H2 as the class path. A round takes about three
 * seconds. Elsewhere, give the path of this file by {@code -Dsource=}.
 *
 * <p>After a kill no transaction that was acknowledged may be lost. After a spoilt end the database
 * either says that it is broken, or has whole transactions only, up to one of them.
 */
final class FileCrash {

  /** Documents of a transaction. */
  private static final int DOCUMENTS = 20;

  /** A database in a folder. */
  private enum Engine {
    SQLITE("jdbc:sqlite:%s/db", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL") {
      @Override
      void acknowledge(Connection connection) {}
    },
    H2("jdbc:h2:file:%s/db;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE") {
      /** A commit of H2 is in the system's memory; this brings it to the disk. */
      @Override
      void acknowledge(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
          statement.execute("CHECKPOINT SYNC");
        }
        connection.commit();
      }
    };

    private final String url;
    private final List<String> settings;

    Engine(String url, String... settings) {
      this.url = url;
      this.settings = List.of(settings);
    }

    Connection open(Path folder) throws SQLException {
      Connection connection = DriverManager.getConnection(url.formatted(folder));
      try (Statement statement = connection.createStatement()) {
        for (String setting : settings) {
          statement.execute(setting);
        }
        statement.execute(
            "CREATE TABLE IF NOT EXISTS document (id BIGINT PRIMARY KEY, tx BIGINT, json VARBINARY(9999))");
      }
      return connection;
    }

    abstract void acknowledge(Connection connection) throws SQLException;
  }

  /** The result of a round. */
  private enum Result {
    ALL_THERE,
    OPENED_AT_AN_EARLIER_TRANSACTION,
    SAYS_THAT_IT_IS_BROKEN,
    LOST_WHAT_WAS_ACKNOWLEDGED,
    HAS_WRONG_BYTES_THAT_THE_CHECKSUM_OF_A_ROW_FINDS,
    HAS_HALF_A_TRANSACTION
  }

  private FileCrash() {}

  public static void main(String[] args) throws Exception {
    Engine engine = Engine.valueOf(args[0].toUpperCase(Locale.ROOT));
    if (args[1].equals("write")) {
      write(engine, Path.of(args[2]));
      return;
    }
    int rounds = Integer.parseInt(args[1]);
    var random = new Random(args.length > 2 ? Long.parseLong(args[2]) : 1);
    Path base = Files.createTempDirectory("file-crash");
    Map<String, Map<Result, Integer>> table = new TreeMap<>();
    long acknowledged = 0;
    for (int round = 0; round < rounds; round++) {
      if (round % 20 == 0) {
        delete(base);
        Files.createDirectories(base.resolve("db"));
        acknowledged = 0;
      }
      acknowledged = Math.max(acknowledged, writeAndKill(engine, base.resolve("db"), random));
      for (Spoil spoil : Spoil.values()) {
        for (Path file : files(base.resolve("db"))) {
          Path copy = base.resolve("copy");
          delete(copy);
          copy(base.resolve("db"), copy);
          spoil.apply(copy.resolve(file.getFileName()), random);
          String what = spoil + " " + file.getFileName();
          count(table, what, judge(engine, copy, acknowledged));
        }
      }
      count(table, "KILL -9", judge(engine, base.resolve("db"), acknowledged));
    }
    delete(base);
    table.forEach((what, results) -> System.out.println(engine + " " + what + ": " + results));
  }

  private static void count(Map<String, Map<Result, Integer>> table, String what, Result result) {
    table.computeIfAbsent(what, key -> new TreeMap<>()).merge(result, 1, Integer::sum);
  }

  /** Writes transactions and prints the number of each that was acknowledged. */
  private static void write(Engine engine, Path folder) throws SQLException {
    var random = new Random();
    try (Connection connection = engine.open(folder)) {
      long tx = last(connection);
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO document VALUES (?, ?, ?)")) {
        while (true) {
          tx++;
          for (int i = 0; i < DOCUMENTS; i++) {
            insert.setLong(1, tx * DOCUMENTS + i);
            insert.setLong(2, tx);
            insert.setBytes(3, bytes(tx * DOCUMENTS + i, 100 + random.nextInt(1500)));
            insert.executeUpdate();
          }
          connection.commit();
          engine.acknowledge(connection);
          System.out.println(tx);
        }
      }
    }
  }

  /** Bytes that end with a checksum of themselves and of the document's number. */
  private static byte[] bytes(long id, int length) {
    var bytes = new byte[length + 8];
    new Random(id).nextBytes(bytes);
    var sum = ByteBuffer.wrap(bytes);
    sum.putLong(length, checksum(id, bytes));
    return bytes;
  }

  private static long checksum(long id, byte[] bytes) {
    var sum = new CRC32();
    sum.update(bytes, 0, bytes.length - 8);
    return sum.getValue() ^ id;
  }

  private static long last(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(tx), 0) FROM document")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static long writeAndKill(Engine engine, Path folder, Random random)
      throws IOException, InterruptedException {
    Path printed = folder.resolveSibling("acknowledged.txt");
    Process writer =
        new ProcessBuilder(
                "java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                System.getProperty("source", "contract-tests/stores/FileCrash.java"),
                engine.name(),
                "write",
                folder.toString())
            .redirectOutput(printed.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (Files.size(printed) == 0) {
      if (writer.waitFor(10, TimeUnit.MILLISECONDS)) {
        throw new IOException("the writer has ended by itself: " + writer.exitValue());
      }
    }
    Thread.sleep(random.nextInt(400));
    writer.destroyForcibly().waitFor();
    String text = Files.readString(printed);
    String[] lines = text.substring(0, text.lastIndexOf('\n')).split("\n");
    return Long.parseLong(lines[lines.length - 1]);
  }

  /** A way to spoil the end of a file. */
  private enum Spoil {
    CUT,
    OVERWRITE,
    ZERO;

    void apply(Path path, Random random) throws IOException {
      try (var file = new RandomAccessFile(path.toFile(), "rw")) {
        long length = file.length();
        long part = Math.min(length, 1 + random.nextInt(random.nextBoolean() ? 64 << 10 : 4 << 10));
        if (this == CUT) {
          file.setLength(length - part);
        } else {
          var bytes = new byte[(int) Math.min(part, 1 + random.nextInt(8 << 10))];
          if (this == OVERWRITE) {
            random.nextBytes(bytes);
          }
          file.seek(length - part);
          file.write(bytes);
        }
      }
    }
  }

  private static Result judge(Engine engine, Path folder, long acknowledged) {
    Map<Long, List<Long>> transactions = new TreeMap<>();
    try (Connection connection = engine.open(folder)) {
      if (engine == Engine.SQLITE && !isSound(connection)) {
        return Result.SAYS_THAT_IT_IS_BROKEN;
      }
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT id, tx, json FROM document")) {
        while (rows.next()) {
          byte[] json = rows.getBytes(3);
          long sum = ByteBuffer.wrap(json).getLong(json.length - 8);
          if (sum != checksum(rows.getLong(1), json)) {
            return Result.HAS_WRONG_BYTES_THAT_THE_CHECKSUM_OF_A_ROW_FINDS;
          }
          transactions
              .computeIfAbsent(rows.getLong(2), tx -> new ArrayList<>())
              .add(rows.getLong(1));
        }
      }
    } catch (SQLException | RuntimeException e) {
      return Result.SAYS_THAT_IT_IS_BROKEN;
    }
    long last = transactions.keySet().stream().mapToLong(tx -> tx).max().orElse(0);
    boolean whole =
        transactions.size() == last
            && transactions.values().stream().allMatch(ids -> ids.size() == DOCUMENTS);
    if (!whole) {
      return Result.HAS_HALF_A_TRANSACTION;
    }
    boolean copy = folder.endsWith("copy");
    return last >= acknowledged
        ? Result.ALL_THERE
        : copy ? Result.OPENED_AT_AN_EARLIER_TRANSACTION : Result.LOST_WHAT_WAS_ACKNOWLEDGED;
  }

  private static boolean isSound(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA quick_check")) {
      return rows.next() && rows.getString(1).equals("ok");
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> !file.toString().endsWith("-shm") && !file.toString().endsWith(".lock.db"))
          .filter(file -> file.toFile().length() > 0 && file.getFileName().toString().startsWith("db"))
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, IOException error)
              throws IOException {
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

package dev.seedance.mock.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection with its prepared statements. One thread at a time uses it. */
final class Session implements AutoCloseable {

  /** Makes an object of a row. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private static final int MOST_STATEMENTS = 50;

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(64, 0.75f, true);

  Session(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  Connection connection() {
    return connection;
  }

  <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... values)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet result = prepare(sql, values).executeQuery()) {
      while (result.next()) {
        rows.add(reader.read(result));
      }
    }
    return rows;
  }

  /**
   * Reads rows whose column is any of some texts.
   *
   * @param head ends with the column
   */
  <T> List<T> queryAny(String head, String tail, String[] texts, RowReader<T> reader)
      throws SQLException {
    if (dialect.arrays()) {
      return query(
          head + "= ANY (?)" + tail, reader, connection.createArrayOf(Column.TEXT.type(), texts));
    }
    List<T> rows = new ArrayList<>();
    for (String text : texts) {
      rows.addAll(query(head + "= ?" + tail, reader, text));
    }
    return rows;
  }

  int update(String sql, @Nullable Object... values) throws SQLException {
    return prepare(sql, values).executeUpdate();
  }

  /** Runs a statement once for each row of values. */
  void batch(String sql, List<@Nullable Object[]> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    PreparedStatement statement = prepare(sql);
    for (@Nullable Object[] row : rows) {
      bind(statement, row);
      statement.addBatch();
    }
    statement.executeBatch();
  }

  /**
   * Runs a statement for many rows at once.
   *
   * @param head before the rows
   * @param columns of the rows
   * @param tail after the rows
   */
  void bulk(String head, List<Column> columns, String tail, List<@Nullable Object[]> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String sql = head + dialect.rows(columns) + tail;
    if (!dialect.arrays()) {
      batch(sql, rows);
      return;
    }
    var arrays = new Object[columns.size()];
    for (int i = 0; i < arrays.length; i++) {
      int place = i;
      Column column = columns.get(i);
      arrays[i] =
          connection.createArrayOf(
              column.type(), rows.stream().map(row -> row[place]).toArray(column::array));
    }
    update(sql, arrays);
  }

  private PreparedStatement prepare(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
      forgetOldest();
    }
    bind(statement, values);
    return statement;
  }

  private void forgetOldest() throws SQLException {
    if (statements.size() > MOST_STATEMENTS) {
      var oldest = statements.entrySet().iterator();
      oldest.next().getValue().close();
      oldest.remove();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // the database has ended it already
    }
  }
}

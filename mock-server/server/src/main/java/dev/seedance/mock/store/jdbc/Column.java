package dev.seedance.mock.store.jdbc;

/** A type of columns, as PostgreSQL names it, with the type of its values in Java. */
enum Column {
  TEXT("TEXT", String.class),
  NUMBER("BIGINT", Long.class),
  BYTES("BYTEA", byte[].class);

  private final String type;
  private final Class<?> values;

  Column(String type, Class<?> values) {
    this.type = type;
    this.values = values;
  }

  String type() {
    return type;
  }

  /** Returns an empty array of values. */
  Object[] array(int length) {
    return (Object[]) java.lang.reflect.Array.newInstance(values, length);
  }
}

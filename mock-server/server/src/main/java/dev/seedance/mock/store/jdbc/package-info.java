/** Stores in a database: SQLite in a file of the server's own, or PostgreSQL that servers share. */
@NullMarked
package dev.seedance.mock.store.jdbc;

import org.jspecify.annotations.NullMarked;

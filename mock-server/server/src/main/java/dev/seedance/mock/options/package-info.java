/** The options of a server, each said once. */
@NullMarked
package dev.seedance.mock.options;

import org.jspecify.annotations.NullMarked;

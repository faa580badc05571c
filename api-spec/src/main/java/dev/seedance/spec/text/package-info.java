/** Text of any origin in messages, logs and terminals: how it is cut, and what is escaped in it. */
@NullMarked
package dev.seedance.spec.text;

import org.jspecify.annotations.NullMarked;

/** What happens in a sandbox, told live to those who watch. */
@NullMarked
package dev.seedance.mock.event;

import org.jspecify.annotations.NullMarked;

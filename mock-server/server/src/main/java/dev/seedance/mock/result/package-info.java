/** Result files: the URLs that a completed task hands out, and what they answer with. */
@NullMarked
package dev.seedance.mock.result;

import org.jspecify.annotations.NullMarked;

/** The provider's review of the files of a request, before a task uses them. */
@NullMarked
package dev.seedance.mock.review;

import org.jspecify.annotations.NullMarked;

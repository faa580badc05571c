/** Result files: the videos and pictures behind the URLs of a completed task. */
@NullMarked
package dev.seedance.mock.result;

import org.jspecify.annotations.NullMarked;

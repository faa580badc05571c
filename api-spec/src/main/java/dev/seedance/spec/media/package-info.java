/**
 * Media files: the types that requests and responses name, and how the bytes of a file tell them.
 */
@NullMarked
package dev.seedance.spec.media;

import org.jspecify.annotations.NullMarked;

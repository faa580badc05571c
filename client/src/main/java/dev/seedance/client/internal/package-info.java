/**
 * Building blocks of the facade, which know none of its options. No part of the API: names here
 * change without notice.
 *
 * <p>{@link dev.seedance.client.internal.Steps} is a future that works step by step and holds no
 * thread between two steps; calls, waits and downloads are such futures. {@link
 * dev.seedance.client.internal.RealTime} is the one door to real time.
 */
@NullMarked
package dev.seedance.client.internal;

import org.jspecify.annotations.NullMarked;

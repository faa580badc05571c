/**
 * How the facade works. No part of the API: names here change without notice.
 *
 * <p>{@link dev.seedance.client.internal.Transport} makes one try of one operation. {@link
 * dev.seedance.client.internal.RetriedCall} and {@link dev.seedance.client.internal.Poll} are
 * futures that work step by step and hold no thread between two steps.
 */
@NullMarked
package dev.seedance.client.internal;

import org.jspecify.annotations.NullMarked;

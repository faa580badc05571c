/**
 * A client of the {@code seedance-2} video-generation API: submit, wait, download.
 *
 * <p>Start at {@link dev.seedance.client.SeedanceClient}, or at {@link
 * dev.seedance.client.SeedanceAsyncClient} if no thread may wait. Both take and return the models
 * that are generated from the contract ({@code dev.seedance.client.model}); there is no second set
 * of them. Every failure is a {@link dev.seedance.client.error.SeedanceException}.
 *
 * <p>{@code dev.seedance.client.internal} is no part of the API.
 */
@NullMarked
package dev.seedance.client;

import org.jspecify.annotations.NullMarked;

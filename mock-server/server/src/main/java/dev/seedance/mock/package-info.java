/**
 * A mock of the provider: submit a task, watch it live in controllable time, download its video.
 *
 * <p>The way of a request: {@link dev.seedance.mock.routing.Authentication} finds the {@link
 * dev.seedance.mock.sandbox.Sandbox} of the bearer key; {@link
 * dev.seedance.mock.generation.GenerationController} hands the raw body to {@link
 * dev.seedance.mock.generation.Generations}, which asks the validator and draws a {@link
 * dev.seedance.mock.plan.Plan}. From then on a task's state is a pure function of its plan and of
 * the {@link dev.seedance.mock.time.SandboxClock}'s now: nothing ticks and no thread waits.
 * Whatever goes wrong leaves through {@link dev.seedance.mock.error}.
 *
 * <p>{@link dev.seedance.mock.MockServer} starts it in a process of yours; {@link
 * dev.seedance.mock.cli.MockCommand} is the command line.
 */
@NullMarked
package dev.seedance.mock;

import org.jspecify.annotations.NullMarked;

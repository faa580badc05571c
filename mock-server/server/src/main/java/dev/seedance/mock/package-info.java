/**
 * A mock of the provider: submit a task, follow it in controllable time, download its video.
 *
 * <p>The way of a request: the handlers of {@link dev.seedance.mock.http.netty} take it from the
 * socket; {@link dev.seedance.mock.routing} finds the {@link dev.seedance.mock.sandbox.Sandbox} of
 * the bearer key; {@link dev.seedance.mock.generation.Generations} validates a submit and draws its
 * {@link dev.seedance.mock.plan.Plan}. From then on the state of the task is a pure function of the
 * plan and of the {@link dev.seedance.mock.time.SandboxClock}'s now: nothing ticks and no thread
 * waits. Every refusal takes its shape in {@link dev.seedance.mock.http}.
 *
 * <p>A package imports what stands below it: {@code docs/architecture.md} draws the floors. {@link
 * dev.seedance.mock.EmbeddedMock} starts a server in another program; {@link
 * dev.seedance.mock.cli.MockCommand} is the command line.
 */
@NullMarked
package dev.seedance.mock;

import org.jspecify.annotations.NullMarked;

package dev.seedance.mock.scenario;

import dev.seedance.mock.generation.Outcome;

/**
 * What will happen to a task.
 *
 * @param name how callers ask for it
 * @param timeline how long it takes
 * @param outcome how it ends
 */
public record Scenario(String name, Timeline timeline, Outcome outcome) {}

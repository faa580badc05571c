package dev.seedance.mock.options;

import java.util.List;

/**
 * The value of an option as it was given.
 *
 * @param place for messages, such as {@code --port} or {@code mock.yaml, line 3: port}
 * @param texts in order; more than one if the option may be given more than once
 */
public record GivenValue(String place, List<String> texts) {}

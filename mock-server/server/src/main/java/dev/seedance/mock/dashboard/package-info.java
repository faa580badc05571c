/** Pages for people: the dashboard, the API reference, and the documents behind them. */
@NullMarked
package dev.seedance.mock.dashboard;

import org.jspecify.annotations.NullMarked;

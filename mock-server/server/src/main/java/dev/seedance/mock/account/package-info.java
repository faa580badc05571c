/** Money: the price of a task, the balance, and the refusal if it is too low. */
@NullMarked
package dev.seedance.mock.account;

import org.jspecify.annotations.NullMarked;

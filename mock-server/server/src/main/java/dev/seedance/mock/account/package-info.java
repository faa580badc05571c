/** Money: what a task costs, what is left, and the refusal where too little is. */
@NullMarked
package dev.seedance.mock.account;

import org.jspecify.annotations.NullMarked;

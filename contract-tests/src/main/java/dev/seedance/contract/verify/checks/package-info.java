/**
 * The facts that the contract states about every server: a class a group, {@link
 * dev.seedance.contract.verify.checks.Checks} has them all.
 */
@NullMarked
package dev.seedance.contract.verify.checks;

import org.jspecify.annotations.NullMarked;

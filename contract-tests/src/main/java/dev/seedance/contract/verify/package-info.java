/**
 * Holds any server to the contract, over HTTP alone: {@link
 * dev.seedance.contract.verify.Verification} runs {@link dev.seedance.contract.verify.Check}s
 * against a {@link dev.seedance.contract.verify.Target} and reports each result.
 *
 * <p>The checks themselves are in {@code checks}, a class a group; the command line is in {@code
 * cli}. Nothing here knows the mock server; a server that calls itself a mock is only asked for
 * more.
 */
@NullMarked
package dev.seedance.contract.verify;

import org.jspecify.annotations.NullMarked;

/**
 * HTTP as the checks see it: a {@link dev.seedance.contract.verify.exchange.Call} is sent as it is,
 * however wrong, and makes an {@link dev.seedance.contract.verify.exchange.Exchange} with
 * expectations to hold it to.
 */
@NullMarked
package dev.seedance.contract.verify.exchange;

import org.jspecify.annotations.NullMarked;

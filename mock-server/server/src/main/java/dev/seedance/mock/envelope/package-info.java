/** The envelope {@code {success, message, data}} of the asset, upload and balance endpoints. */
@NullMarked
package dev.seedance.mock.envelope;

import org.jspecify.annotations.NullMarked;

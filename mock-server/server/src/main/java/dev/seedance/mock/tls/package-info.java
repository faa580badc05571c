/** The certificates of HTTPS: made by an authority of the server's own, or read from files. */
@NullMarked
package dev.seedance.mock.tls;

import org.jspecify.annotations.NullMarked;

/** The places beside the command line where options are given, and which of them wins. */
@NullMarked
package dev.seedance.mock.config;

import org.jspecify.annotations.NullMarked;

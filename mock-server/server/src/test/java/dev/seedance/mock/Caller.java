package dev.seedance.mock;

import java.net.URI;

/** Calls of the server at an address with a key. */
record Caller(URI baseUrl, String key) implements Calls {}

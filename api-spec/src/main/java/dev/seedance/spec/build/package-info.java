/** Build step of this module, left out of its jar: writes the YAML tables as JSON. */
@NullMarked
package dev.seedance.spec.build;

import org.jspecify.annotations.NullMarked;

/** Private assets: groups, assets and their life from processing to active or failed. */
@NullMarked
package dev.seedance.mock.asset;

import org.jspecify.annotations.NullMarked;

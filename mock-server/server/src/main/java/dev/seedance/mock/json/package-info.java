/** JSON that is read strictly: what nobody knows is refused, and every refusal says where. */
@NullMarked
package dev.seedance.mock.json;

import org.jspecify.annotations.NullMarked;

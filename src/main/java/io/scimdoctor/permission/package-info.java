/** Which application role each operation needs. */
@NullMarked
package io.scimdoctor.permission;

import org.jspecify.annotations.NullMarked;

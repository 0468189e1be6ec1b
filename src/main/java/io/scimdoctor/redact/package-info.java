/** Decides what may leave the process. */
@NullMarked
package io.scimdoctor.redact;

import org.jspecify.annotations.NullMarked;

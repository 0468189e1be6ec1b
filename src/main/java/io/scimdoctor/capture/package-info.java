/** Turns pasted text, HAR files and logs into exchanges, one or ten million. */
@NullMarked
package io.scimdoctor.capture;

import org.jspecify.annotations.NullMarked;

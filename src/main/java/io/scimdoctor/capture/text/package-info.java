/** Reads what is no JSON: commands, transcripts, printed errors, prose around them. */
@NullMarked
package io.scimdoctor.capture.text;

import org.jspecify.annotations.NullMarked;

/** Keeps what a command did, fit to be handed on: recording, storing, reading back, comparing. */
@NullMarked
package io.scimdoctor.run;

import org.jspecify.annotations.NullMarked;

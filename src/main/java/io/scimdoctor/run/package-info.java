/** Keeps what a command did, fit to be handed on: recording, importing, storing, reading back, comparing, exporting. */
@NullMarked
package io.scimdoctor.run;

import org.jspecify.annotations.NullMarked;

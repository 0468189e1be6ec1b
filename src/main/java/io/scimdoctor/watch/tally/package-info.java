/** Counts rounds in bounded structures, and finds what failures go together with. */
@NullMarked
package io.scimdoctor.watch.tally;

import org.jspecify.annotations.NullMarked;

/** Keeps what a watch has counted in a file, so that it can be resumed, and records its run. */
@NullMarked
package io.scimdoctor.watch.keep;

import org.jspecify.annotations.NullMarked;

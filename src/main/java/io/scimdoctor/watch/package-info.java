/** Repeats a check or a request, counts what fails, and finds the pattern in it. */
@NullMarked
package io.scimdoctor.watch;

import org.jspecify.annotations.NullMarked;

/** Diagnoses what captures yield, one exchange or ten million, and sums it up. */
@NullMarked
package io.scimdoctor.triage;

import org.jspecify.annotations.NullMarked;

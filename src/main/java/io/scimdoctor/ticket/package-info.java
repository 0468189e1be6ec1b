/** Writes the support ticket out of recorded runs: what is known, what is missing, and what was kept back. */
@NullMarked
package io.scimdoctor.ticket;

import org.jspecify.annotations.NullMarked;

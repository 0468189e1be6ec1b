/** The archive that goes with a ticket: made, and checked before it is handed on. */
@NullMarked
package io.scimdoctor.ticket.bundle;

import org.jspecify.annotations.NullMarked;

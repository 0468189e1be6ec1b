package io.scimdoctor.simulator;

import org.jspecify.annotations.Nullable;

/** A scenario's own answer to a request. */
interface Responder {
    /** The answer, or null to let the ordinary rules decide. */
    @Nullable
    Reply answer(Turn turn);
}

package io.scimdoctor.simulator.scenario;

import io.scimdoctor.simulator.wire.Reply;
import io.scimdoctor.simulator.wire.Turn;
import org.jspecify.annotations.Nullable;

/** A scenario's own answer to a request. */
public interface ScriptedAnswer {
    /** The answer, or null to let the ordinary rules decide. */
    @Nullable
    Reply answer(Turn turn);
}

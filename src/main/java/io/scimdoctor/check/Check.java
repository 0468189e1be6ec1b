package io.scimdoctor.check;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One step of a diagnosis. It leaves nothing behind but its result.
 *
 * @param probe the call to the API that it reads, or null when it makes none
 */
record Check(CheckInfo info, @Nullable Probe probe, Function<CheckContext, CheckResult> body) {
    /** One read. */
    Check(CheckInfo info, Probe probe) {
        this(info, probe, context -> CallChecks.read(probe, context));
    }

    String id() {
        return info.id();
    }
}

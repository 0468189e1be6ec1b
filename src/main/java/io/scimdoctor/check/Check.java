package io.scimdoctor.check;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One step of a diagnosis. It leaves nothing behind but its result.
 *
 * @param probe the call to the API that it reads, or null when it makes none
 */
record Check(CheckInfo info, @Nullable Probe probe, Function<CheckContext, CheckResult> body) {
    Check(String id, String title, Function<CheckContext, CheckResult> body) {
        this(new CheckInfo(id, title, List.of(), List.of()), null, body);
    }

    /** One read with the token. */
    Check(String id, String title, Probe probe) {
        this(new CheckInfo(id, title, List.of(), List.of()), probe, context -> CallChecks.read(probe, context));
    }

    String id() {
        return info.id();
    }

    Check needs(String... ids) {
        return new Check(new CheckInfo(id(), info.title(), List.of(ids), info.after()), probe, body);
    }

    Check after(String... ids) {
        return new Check(new CheckInfo(id(), info.title(), info.needs(), List.of(ids)), probe, body);
    }

    /** The same, reading what it says off the call without a token. */
    Check ofControl() {
        return new Check(info, Probe.CONTROL, body);
    }
}

package io.scimdoctor.redact;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Pseudonyms that are counted from one and forgotten with the process. */
public final class PseudonymTable implements Pseudonyms {
    private final Map<Kind, Map<String, String>> known = new EnumMap<>(Kind.class);

    @Override
    public synchronized String of(Kind kind, String value) {
        Map<String, String> ofKind = known.computeIfAbsent(kind, unused -> new HashMap<>());
        return ofKind.computeIfAbsent(
                value.toLowerCase(Locale.ROOT), unused -> kind.slug() + "-" + (ofKind.size() + 1));
    }
}

package io.scimdoctor.capture;

import java.util.Map;
import java.util.Set;

/** Says where a log of an unknown form keeps what a diagnosis needs: a dotted path for each part of an exchange. */
public record FieldMap(Map<String, String> paths) {
    /** The parts of an exchange that can be named. */
    public static final Set<String> PARTS =
            Set.of("status", "method", "url", "time", "body", "id", "request-id", "app", "tenant");

    public static final FieldMap NONE = new FieldMap(Map.of());

    public boolean isEmpty() {
        return paths.isEmpty();
    }
}

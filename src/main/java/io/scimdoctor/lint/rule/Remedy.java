package io.scimdoctor.lint.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do about a finding.
 *
 * @param instead what to write instead, for a person; may repeat values of the request
 * @param fixes the same for a machine; empty where only the author can know
 */
public record Remedy(@Nullable String instead, List<Fix> fixes) {
    public static final Remedy NONE = new Remedy(null, List.of());

    public static Remedy write(String instead) {
        return new Remedy(instead, List.of());
    }

    /** Writes something else in that place. */
    public static Remedy replace(Place place, String text) {
        return replace(place, text, text);
    }

    public static Remedy replace(Place place, String text, @Nullable String instead) {
        return new Remedy(instead, List.of(new Fix.Edit(place.part(), place.start(), place.end(), text)));
    }

    public static Remedy header(String name, String value) {
        return new Remedy(name + ": " + value, List.of(new Fix.SetHeader(name, value)));
    }

    public static Remedy withoutHeader(String name, String instead) {
        return new Remedy(instead, List.of(new Fix.DropHeader(name)));
    }
}

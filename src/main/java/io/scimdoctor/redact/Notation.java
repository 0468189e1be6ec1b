package io.scimdoctor.redact;

import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Patterns;
import io.scimdoctor.json.Resource;

/**
 * How people write secrets, and what else of a text is looked at before it is shown. {@code notation.patterns} says what each
 * pattern is; it is compiled when it is first needed.
 */
final class Notation {
    private static final Patterns PARTS = Resource.patterns(Notation.class, "notation.patterns");

    static final LatePattern NAME = of("NAME");
    static final LatePattern ABOUT = of("ABOUT");
    static final LatePattern HARMLESS = of("HARMLESS");
    static final LatePattern FIELD = of("FIELD");
    static final LatePattern GROUP = of("GROUP");
    static final LatePattern INNER = of("INNER");
    static final LatePattern COLON = of("COLON");
    static final LatePattern BARE = of("BARE");
    static final LatePattern COMMAND = of("COMMAND");
    static final LatePattern BEFORE = of("BEFORE");
    static final LatePattern PLACE = of("PLACE");

    private Notation() {}

    /** The pattern that the file has under a name. */
    static LatePattern of(String name) {
        return LatePattern.of(PARTS.get(name));
    }

    /** The longest part, put together once a name is met. */
    static final class Joints {
        static final LatePattern JOINT = of("JOINT");
    }
}

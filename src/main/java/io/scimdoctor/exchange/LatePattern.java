package io.scimdoctor.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression that is compiled when it is first asked: a start pays for those alone that its input needs. */
public final class LatePattern {
    private final String regex;
    private final int flags;
    private volatile @Nullable Pattern compiled;

    private LatePattern(String regex, int flags) {
        this.regex = regex;
        this.flags = flags;
    }

    public static LatePattern of(String regex) {
        return of(regex, 0);
    }

    /** The same with the flags that a pattern takes. */
    public static LatePattern of(String regex, int flags) {
        return new LatePattern(regex, flags);
    }

    public Matcher matcher(CharSequence text) {
        return compiled().matcher(text);
    }

    public String[] split(CharSequence text) {
        return compiled().split(text);
    }

    private Pattern compiled() {
        Pattern known = compiled;
        if (known == null) {
            known = Pattern.compile(regex, flags);
            compiled = known;
        }
        return known;
    }
}

package io.scimdoctor.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression that is compiled when it is first asked: a start pays for those alone that its input needs. */
public final class LatePattern {
    private final String regex;
    private volatile @Nullable Pattern compiled;

    private LatePattern(String regex) {
        this.regex = regex;
    }

    public static LatePattern of(String regex) {
        return new LatePattern(regex);
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
            known = Pattern.compile(regex);
            compiled = known;
        }
        return known;
    }
}

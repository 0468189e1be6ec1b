package io.scimdoctor.config;

import io.scimdoctor.finding.Told;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.redact.SecretShape;
import java.util.regex.Pattern;

/** A setting as its owner may see it: ids, paths and hosts whole, anything else masked, a secret never. */
public final class ShownSetting {
    private static final Pattern PLAIN = Pattern.compile("[\\p{Alnum}._~:/\\\\, *\\[\\]-]*");

    private ShownSetting() {}

    /** The value of a setting that is no secret. */
    public static Told of(String value) {
        if (value.contains("://")) {
            return Redactor.toldUrl(value);
        }
        boolean plain = PLAIN.matcher(value).matches() && !SecretShape.is(value);
        return plain ? Told.own(value) : new Told(Redactor.seen(value), Redactor.typed(value));
    }
}

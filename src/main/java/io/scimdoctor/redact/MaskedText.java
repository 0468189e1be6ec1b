package io.scimdoctor.redact;

import io.scimdoctor.finding.Told;
import org.jspecify.annotations.Nullable;

/** A text from outside, which is masked once somebody asks for it: of all that is found in a log little is shown. */
class MaskedText extends Told {
    private final String text;
    private @Nullable String seen;
    private @Nullable String handedOn;

    MaskedText(String text) {
        this.text = text;
    }

    @Override
    public final String seen() {
        String known = seen;
        if (known == null) {
            known = SecretMask.hidden(text);
            seen = known;
        }
        return known;
    }

    @Override
    public final String handedOn() {
        String known = handedOn;
        if (known == null) {
            known = masked(text);
            handedOn = known;
        }
        return known;
    }

    String masked(String unmasked) {
        return Redactor.text(unmasked);
    }
}

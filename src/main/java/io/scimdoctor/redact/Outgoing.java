package io.scimdoctor.redact;

import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.finding.Audience;
import org.jspecify.annotations.Nullable;

/** What every output of this process passes last: no known secret leaves, and under the strict policy no object's id. */
public final class Outgoing {
    private final KnownSecrets secrets = new KnownSecrets();
    private volatile @Nullable GuidMask strict;
    private volatile Audience audience = Audience.SEEN;

    public KnownSecrets secrets() {
        return secrets;
    }

    /** From here on the strict policy holds. */
    public void makeStrict(Pseudonyms pseudonyms) {
        strict = new GuidMask(pseudonyms);
    }

    /** Who reads the screen: in a pipeline it is a log, which is handed on. */
    public Audience audience() {
        return audience;
    }

    public void readBy(Audience reader) {
        audience = reader;
    }

    /** The name of the policy, as {@code --redact} takes it. */
    public String policy() {
        return strict == null ? "standard" : "strict";
    }

    /** Enters the ids of an exchange that support cannot do without. */
    public void keepIds(Exchange exchange) {
        if (strict != null) {
            strict.keep(exchange);
        }
    }

    /** Enters an id of our own, such as a run's. */
    public void keepId(String id) {
        if (strict != null) {
            strict.keep(id);
        }
    }

    /** A text as the policy lets it out. */
    public String pass(String text) {
        return strict == null ? text : strict.apply(text);
    }

    /** A line as it may be printed. */
    public String line(String text) {
        return secrets.scrub(pass(text));
    }
}

package io.scimdoctor.finding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What each of the two audiences is told of one text. Neither form holds a secret, and who asks for no form in particular
 * gets the one that may be handed on. Each is made when it is asked for: of all that is found in a log little is shown.
 */
public final class Told {
    private final String text;
    private final @Nullable UnaryOperator<String> toSee;
    private final @Nullable UnaryOperator<String> toHandOn;
    private @Nullable String seen;
    private @Nullable String handedOn;

    /** A text from outside, with what makes of it what each audience may be told. */
    public Told(String text, UnaryOperator<String> toSee, UnaryOperator<String> toHandOn) {
        this.text = text;
        this.toSee = toSee;
        this.toHandOn = toHandOn;
    }

    public Told(String seen, String handedOn) {
        text = "";
        toSee = null;
        toHandOn = null;
        this.seen = seen;
        this.handedOn = handedOn;
    }

    /** A text of our own, which is the same for all. */
    public static Told own(String text) {
        return new Told(text, text);
    }

    /** For the person at the terminal. */
    public String seen() {
        if (seen == null) {
            seen = requireNonNull(toSee).apply(text);
        }
        return seen;
    }

    /** For everybody else. */
    public String handedOn() {
        if (handedOn == null) {
            handedOn = requireNonNull(toHandOn).apply(text);
        }
        return handedOn;
    }

    public String to(Audience audience) {
        return audience == Audience.SEEN ? seen() : handedOn();
    }

    public boolean isEmpty() {
        return seen().isEmpty();
    }

    /** The same between words of our own. */
    public Told between(String before, String behind) {
        return new Told("", none -> before + seen() + behind, none -> before + handedOn() + behind);
    }

    /** Both texts, one behind the other. */
    public Told then(Told next) {
        return new Told("", none -> seen() + next.seen(), none -> handedOn() + next.handedOn());
    }

    /** Several, one behind the other. */
    public static Told joined(List<Told> all, String separator) {
        Told joined = all.isEmpty() ? own("") : all.get(0);
        for (Told next : all.subList(Math.min(1, all.size()), all.size())) {
            joined = joined.then(next.between(separator, ""));
        }
        return joined;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Told told
                && seen().equals(told.seen())
                && handedOn().equals(told.handedOn());
    }

    @Override
    public int hashCode() {
        return handedOn().hashCode();
    }

    @Override
    public String toString() {
        return handedOn();
    }
}

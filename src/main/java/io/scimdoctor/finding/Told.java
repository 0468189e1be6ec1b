package io.scimdoctor.finding;

/**
 * What each of the two audiences is told of one text. Neither form holds a secret, and who asks for no form in particular
 * gets the one that may be handed on.
 */
public abstract class Told {
    /** A text of our own, which is the same for all. */
    public static Told own(String text) {
        return of(text, text);
    }

    public static Told of(String seen, String handedOn) {
        return new Told() {
            @Override
            public String seen() {
                return seen;
            }

            @Override
            public String handedOn() {
                return handedOn;
            }
        };
    }

    /** For the person at the terminal. */
    public abstract String seen();

    /** For everybody else. */
    public abstract String handedOn();

    public String to(Audience audience) {
        return audience == Audience.SEEN ? seen() : handedOn();
    }

    public boolean isEmpty() {
        return seen().isEmpty();
    }

    /** The same between words of our own. */
    public Told between(String before, String behind) {
        return of(before + seen() + behind, before + handedOn() + behind);
    }

    /** Both texts, one behind the other. */
    public Told then(Told next) {
        return of(seen() + next.seen(), handedOn() + next.handedOn());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Told told
                && seen().equals(told.seen())
                && handedOn().equals(told.handedOn());
    }

    @Override
    public final int hashCode() {
        return handedOn().hashCode();
    }

    @Override
    public final String toString() {
        return handedOn();
    }
}

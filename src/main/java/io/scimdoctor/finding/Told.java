package io.scimdoctor.finding;

/**
 * What each of the two audiences is told of one text. Neither form holds a secret, and who asks for no form in particular
 * gets the one that may be handed on.
 *
 * @param seen for the person at the terminal
 * @param handedOn for everybody else
 */
public record Told(String seen, String handedOn) {
    /** A text of our own, which is the same for all. */
    public static Told own(String text) {
        return new Told(text, text);
    }

    public String to(Audience audience) {
        return audience == Audience.SEEN ? seen : handedOn;
    }

    public boolean isEmpty() {
        return seen.isEmpty();
    }

    /** The same between words of our own. */
    public Told between(String before, String behind) {
        return new Told(before + seen + behind, before + handedOn + behind);
    }

    /** Both texts, one behind the other. */
    public Told then(Told next) {
        return new Told(seen + next.seen, handedOn + next.handedOn);
    }

    @Override
    public String toString() {
        return handedOn;
    }
}

package io.scimdoctor.input;

/**
 * A part of the input that could not be read.
 *
 * @param source where it stands
 * @param reason a short sentence for a person, without anything from the capture itself: that may be a secret
 * @param failed whether it is known to be a failure, which keeps everything else from being healthy
 */
public record Unreadable(Source source, String reason, boolean failed) {
    public Unreadable(Source source, String reason) {
        this(source, reason, false);
    }
}

package io.scimdoctor.exchange;

/**
 * An HTTP answer.
 *
 * @param status the status code of the status line
 * @param headers the header fields
 * @param body the body decoded as text, without a byte order mark
 * @param truncated whether the body ended before its announced or permitted length
 */
public record Answered(int status, Headers headers, String body, boolean truncated) implements Outcome {
    public Answered(int status, Headers headers, String body) {
        this(status, headers, body, false);
    }

    /** Whether the status says success (2xx). */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Leaves header values and body out: they may hold secrets. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}

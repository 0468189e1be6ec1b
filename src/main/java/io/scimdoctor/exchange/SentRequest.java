package io.scimdoctor.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What was sent, as far as it is known. A captured answer may come without any of it.
 *
 * @param method the HTTP method in upper case
 * @param url the URL as it was written, which need not be a valid one
 * @param headers the fields that were recorded; none recorded does not mean none sent
 * @param body the body as text
 */
public record SentRequest(
        @Nullable String method,
        @Nullable String url,
        Headers headers,
        @Nullable String body) {
    public static final SentRequest UNKNOWN = new SentRequest(null, null, Headers.NONE, null);

    public static SentRequest get(String url, Headers headers) {
        return new SentRequest("GET", url, headers, null);
    }

    /** Leaves the header values and the body out: they hold secrets. */
    @Override
    public String toString() {
        return method + " (" + headers.fields().size() + " header fields)";
    }
}

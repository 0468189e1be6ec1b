package io.scimdoctor.redact;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The secrets that this run has been handed. It is the last net below the allow-lists: each output line is searched for
 * every one of them, raw and in the encodings they travel in.
 */
public final class KnownSecrets {
    private static final int SHORTEST = 6;
    private static final int SECRET_PIECE = 20;

    private final Set<String> forms = new LinkedHashSet<>();

    /** Adds a secret; something shorter than six characters is no secret and would mask ordinary words. */
    public void add(String secret) {
        String trimmed = secret.trim();
        if (trimmed.length() < SHORTEST) {
            return;
        }
        byte[] bytes = trimmed.getBytes(StandardCharsets.UTF_8);
        forms.add(trimmed);
        forms.add(URLEncoder.encode(trimmed, StandardCharsets.UTF_8));
        forms.add(Base64.getEncoder().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        forms.add(trimmed.replace("\\", "\\\\").replace("\"", "\\\""));
        for (String part : trimmed.split("[.\\s]+")) {
            // A piece of a token is as secret as the whole; short pieces are words.
            if (part.length() >= SECRET_PIECE) {
                forms.add(part);
            }
        }
    }

    public void addAll(Collection<String> secrets) {
        for (String secret : secrets) {
            add(secret);
        }
    }

    /** The text without any of them. */
    public String scrub(String text) {
        String scrubbed = text;
        for (String form : forms) {
            if (scrubbed.contains(form)) {
                scrubbed = scrubbed.replace(form, Redactor.MASK);
            }
        }
        return scrubbed;
    }
}

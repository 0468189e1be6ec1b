package io.scimdoctor.redact;

import io.scimdoctor.exchange.LatePattern;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The secrets that this process has seen, whether it was handed them or met them in a capture. It is the last net below
 * the allow-lists: each output line and each written file is searched for every one of them, raw and in the encodings they
 * travel in, and for anything shaped like a token.
 */
public final class KnownSecrets {
    /** It begins with a JSON object in base64url. */
    private static final LatePattern TOKEN =
            LatePattern.of("eyJ[A-Za-z0-9_-]{10,}+(?:(?:\\.|%2[Ee])[A-Za-z0-9_-]*+)*+");

    private static final int SHORTEST = 6;
    private static final int SECRET_PIECE = 20;
    private static final int SHORTEST_BASE64 = 8;

    private final Set<String> forms = new LinkedHashSet<>();

    /** Adds a secret; something shorter than six characters is no secret and would mask ordinary words. */
    public synchronized void add(String secret) {
        String trimmed = secret.trim();
        if (trimmed.length() < SHORTEST) {
            return;
        }
        forms.add(trimmed);
        if (!NamedSecrets.isWord(trimmed) || trimmed.indexOf('/') >= 0) {
            escaped(trimmed);
        }
        encoded(trimmed);
        StringTokenizer parts = new StringTokenizer(trimmed, ". \t\n\r");
        while (parts.hasMoreTokens()) {
            // A piece of a token is as secret as the whole; short pieces are words.
            String part = parts.nextToken();
            if (part.length() >= SECRET_PIECE) {
                forms.add(part);
            }
        }
    }

    /** Adds a secret of a capture, unless it consists of plain words, which stand in every text. */
    public void addFound(String secret) {
        if (!Words.allowed(secret.trim())) {
            add(secret);
        }
    }

    /** The text without any of them. */
    public synchronized String scrub(String text) {
        String scrubbed = text;
        for (String form : forms) {
            scrubbed = scrubbed.replace(form, Redactor.MASK);
        }
        return scrubbed.contains("eyJ") ? TOKEN.matcher(scrubbed).replaceAll(Redactor.MASK) : scrubbed;
    }

    /** Whether a written file holds any of them, or anything shaped like a JSON Web Token. */
    public synchronized boolean isIn(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return !scrub(text).equals(text);
    }

    private void escaped(String secret) {
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(url);
        forms.add(url.replace("+", "%20"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private void encoded(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        forms.add(Base64.getEncoder().encodeToString(bytes));
        // Base64 encodes three bytes as a group: in a longer text the secret can begin at any of the three.
        for (int skipped = 0; skipped < 3; skipped++) {
            int length = (bytes.length - skipped) / 3 * 3;
            byte[] groups = Arrays.copyOfRange(bytes, skipped, skipped + Math.max(0, length));
            if (groups.length >= SHORTEST_BASE64) {
                forms.add(Base64.getEncoder().encodeToString(groups));
                forms.add(Base64.getUrlEncoder().encodeToString(groups));
            }
        }
    }
}

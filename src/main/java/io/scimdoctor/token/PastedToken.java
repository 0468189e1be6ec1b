package io.scimdoctor.token;

import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.redact.KnownSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;

/**
 * A token as people paste it, brought down to the token itself.
 *
 * @param token the token without anything around it
 * @param notes what was around it and had to go, each a short sentence
 */
public record PastedToken(Secret token, List<String> notes) {
    private static final LatePattern ANSWER = LatePattern.of("\"access_token\"[^:]{0,20}:[^\"]{0,20}\"([^\"]*+)\"");
    private static final LatePattern SCHEMES = LatePattern.of("(?i)bearer(?:\\s++|$)((?:bearer(?:\\s++|$))*+)");

    private static final LatePattern BLANKS = LatePattern.of("(?U)(?:\\s|%0[AaDd]|\\\\[nr])++");

    /** The same, and adds the token to the secrets that no output may show. */
    public static PastedToken of(String pasted, KnownSecrets secrets) {
        PastedToken token = of(pasted);
        if (TokensInText.unset(token.token().expose()) == null) {
            secrets.add(token.token().expose());
        }
        return token;
    }

    /** Takes a bare token, one with a scheme or quotes, a whole header, a curl line, or a token endpoint's answer. */
    public static PastedToken of(String pasted) {
        List<String> notes = new ArrayList<>();
        String text = pasted;
        if (text.startsWith("\uFEFF")) {
            notes.add("a byte order mark stood before the token");
            text = text.substring(1);
        }
        text = text.replace("\u200B", "").replace("\u00A0", " ").trim();
        text = fromAnswer(text, notes);
        text = fromHeader(text, notes);
        text = unquote(text, notes);
        text = withoutScheme(text, notes);
        text = unquote(text, notes);
        PastedToken plain = new PastedToken(new Secret(text), notes);
        if (TokensInText.unset(text) != null) {
            return plain;
        }
        if (text.startsWith("{")) {
            return elsewhere(pasted, plain);
        }
        String joined = joined(text, notes);
        PastedToken whole = new PastedToken(new Secret(joined), notes);
        boolean several = pasted.indexOf("eyJ", pasted.indexOf("eyJ") + 1) >= 0
                && pasted.strip().length() > joined.length();
        boolean read = TokenReading.of(whole.token()) instanceof TokenReading.Decoded;
        return read && !(several && notes.isEmpty()) ? whole : elsewhere(pasted, whole);
    }

    /** A token somewhere in a longer text, such as a script's line, a mail or two tokens; else the claims of one. */
    private static PastedToken elsewhere(String pasted, PastedToken otherwise) {
        String plain = TokensInText.withoutMail(pasted);
        String found = TokensInText.access(plain);
        found = found.isEmpty() ? TokensInText.access(pasted) : found;
        if (!found.isEmpty()) {
            return new PastedToken(new Secret(found), List.of("the token was taken out of the text around it"));
        }
        String claims = TokensInText.claims(plain);
        String cut = TokensInText.cut(pasted);
        PastedToken none = cut.isEmpty() ? otherwise : new PastedToken(new Secret(cut), List.of());
        return claims.isEmpty()
                ? none
                : new PastedToken(
                        new Secret(claims),
                        List.of("these are the claims of a token without its signature: that this is what Microsoft"
                                + " Entra issued cannot be checked"));
    }

    /** The token endpoint's answer holds the token under {@code access_token} (RFC 6749, section 5.1). */
    private static String fromAnswer(String text, List<String> notes) {
        Matcher answer = text.contains("access_token") ? ANSWER.matcher(text) : null;
        if (answer == null || !answer.find()) {
            return text;
        }
        notes.add("the token was taken out of a token endpoint's answer");
        return answer.group(1);
    }

    private static String fromHeader(String text, List<String> notes) {
        int at = text.toLowerCase(Locale.ROOT).indexOf("authorization:");
        if (at < 0) {
            return text;
        }
        boolean curl = text.startsWith("curl ") || text.contains("-H ") || text.contains("--header");
        notes.add(curl ? "the token was taken out of a curl command" : "the token was taken out of a header line");
        String rest = text.substring(at + "authorization:".length()).trim();
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        // A token that an editor has wrapped goes on in the next line; another header line does not belong to it.
        String end = before == '"' || before == '\'' ? String.valueOf(before) : "\n(?=[^\n:]*+:)";
        return rest.split(end, 2)[0].trim();
    }

    private static String unquote(String text, List<String> notes) {
        String trimmed = text.trim();
        if (trimmed.length() < 2) {
            return trimmed;
        }
        char first = trimmed.charAt(0);
        if ("\"'`\u201C\u2018".indexOf(first) < 0) {
            return trimmed;
        }
        char last = trimmed.charAt(trimmed.length() - 1);
        boolean closed = "\"'`\u201D\u2019".indexOf(last) >= 0;
        notes.add("the token stood in quotes; the service would refuse them");
        return trimmed.substring(1, trimmed.length() - (closed ? 1 : 0)).trim();
    }

    private static String withoutScheme(String text, List<String> notes) {
        Matcher scheme = text.regionMatches(true, 0, "bearer", 0, 6) ? SCHEMES.matcher(text) : null;
        if (scheme == null || !scheme.lookingAt()) {
            return text;
        }
        notes.add(
                scheme.group(1).isEmpty()
                        ? "the word Bearer stood before the token"
                        : "the word Bearer stood there more than once; the service would refuse that");
        return text.substring(scheme.end());
    }

    private static String joined(String text, List<String> notes) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            plain = text.charAt(i) > ' ' && text.charAt(i) < '\u007F' && "%\\".indexOf(text.charAt(i)) < 0;
        }
        String joined = plain ? text : BLANKS.matcher(text).replaceAll("");
        if (joined.length() < text.length()) {
            notes.add("white space or line breaks stood inside the token; the service would refuse them");
        }
        return joined;
    }
}

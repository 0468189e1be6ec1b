package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Sieve;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the sign-in service's messages hold: a number behind AADSTS, a sentence, and ids behind it. */
final class LoginError {
    /** The message up to the end of its line, and the lines with its ids. */
    static final Sieve MESSAGE = new Sieve(PrintedError.FORMS.get("LOGIN_MESSAGE"));

    /** A number with its sentence. */
    static final Pattern TOLD = Pattern.compile("AADSTS\\d++ ?+(?::|%3[Aa])");

    private static final Pattern CODE = Pattern.compile("\\bAADSTS\\d{4,9}\\b");
    private static final Pattern TRACE = Pattern.compile("Trace ID: {0,2}+([0-9a-fA-F-]{36})");

    /** A line about a call for a token that names no address, and no other call. */
    static final LatePattern ASKED = LatePattern.of(PrintedError.FORMS.get("ASKED"));

    private LoginError() {}

    /** The first code of a text, or null. */
    static @Nullable String code(String text) {
        Matcher matcher = text.contains("AADSTS") ? CODE.matcher(text) : null;
        return matcher != null && matcher.find() ? matcher.group() : null;
    }

    static @Nullable String trace(String text) {
        Matcher matcher = TRACE.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Whether a URL leads to the sign-in service. */
    static boolean isLogin(String url) {
        String host = ScimUrl.parse(url).host();
        return (host != null && Cloud.isLoginHost(host)) || url.contains("/oauth2/");
    }
}

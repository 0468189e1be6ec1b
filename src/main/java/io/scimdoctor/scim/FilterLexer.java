package io.scimdoctor.scim;

import io.scimdoctor.scim.FilterToken.Kind;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a filter into tokens, one at a time and each character once. */
final class FilterLexer {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}:._$/+@#%*~-]++");
    /** A bracket, one sign, or two that belong together, such as {@code &&} or {@code !=}. */
    private static final Pattern SIGN = Pattern.compile("([=&|!<>])\\1|[!<>]=|<>|[=&|!<>,;()\\[\\]]");
    /** A string follows the rules of JSON (RFC 7644, section 3.4.2.2). */
    private static final Pattern STRING =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+)(\"?)");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(.{4})|(.))");
    private static final String FOREIGN_OPENING = "'\u2018\u2019\u201C\u201D\u201E\u00AB`";
    private static final String FOREIGN_CLOSING = "'\u2019\u2019\u201D\u201D\u201C\u00BB`";

    private final String text;
    private final Matcher matcher;
    private int position;

    FilterLexer(String text) {
        this.text = text;
        matcher = WORD.matcher(text);
    }

    FilterToken next() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
        if (position >= text.length()) {
            return new FilterToken(Kind.END, "", text.length(), text.length());
        }
        char character = text.charAt(position);
        int quote = FOREIGN_OPENING.indexOf(character);
        int end = text.offsetByCodePoints(position, 1);
        if (character == '"') {
            return string();
        }
        if (quote >= 0) {
            return foreignString(FOREIGN_CLOSING.charAt(quote));
        }
        if (is(SIGN) || is(WORD)) {
            Kind kind = matcher.pattern() == SIGN ? Kind.SIGN : Kind.WORD;
            return token(kind, matcher.group(), matcher.end());
        }
        int c = text.codePointAt(position);
        boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
        String strange = hidden ? String.format(Locale.ROOT, "U+%04X", c) : "'" + text.substring(position, end) + "'";
        return token(Kind.FAULT, "the character " + strange + " has no meaning in a filter", end);
    }

    private boolean is(Pattern pattern) {
        return matcher.usePattern(pattern).region(position, text.length()).lookingAt();
    }

    private FilterToken token(Kind kind, String content, int end) {
        int start = position;
        position = end;
        return new FilterToken(kind, content, start, end);
    }

    /** OData doubles a quote to escape it. */
    private FilterToken foreignString(char closing) {
        int end = text.indexOf(closing, position + 1);
        while (end >= 0 && text.startsWith("''", end)) {
            end = text.indexOf(closing, end + 2);
        }
        return end < 0
                ? token(Kind.FAULT, "the closing quote is missing; values stand in double quotes", text.length())
                : token(Kind.FOREIGN_STRING, text.substring(position + 1, end).replace("''", "'"), end + 1);
    }

    private FilterToken string() {
        boolean closed = is(STRING) && !matcher.group(2).isEmpty();
        if (closed) {
            String value = ESCAPE.matcher(matcher.group(1)).replaceAll(FilterLexer::unescaped);
            return token(Kind.STRING, value, matcher.end());
        }
        if (matcher.end() == text.length()) {
            return token(Kind.FAULT, "the closing quote is missing", text.length());
        }
        position = matcher.end();
        return token(Kind.FAULT, "this escape is not one that JSON knows", Math.min(position + 2, text.length()));
    }

    private static String unescaped(MatchResult escape) {
        String code = escape.group(2);
        int control = code == null ? -1 : "bfnrt".indexOf(code);
        return Matcher.quoteReplacement(
                code == null
                        ? String.valueOf((char) Integer.parseInt(escape.group(1), 16))
                        : control < 0 ? code : "\b\f\n\r\t".substring(control, control + 1));
    }
}

package io.scimdoctor.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of a text that its own owner will read: tokens, keys, what stands behind the name of a secret, and the
 * password in a URL. Everything else stays as it is.
 */
final class SecretMask {
    private static final String MASK = Redactor.MASK;
    private static final int LONGEST_KEY = 20_000;
    private static final int SHORTEST_KEY = 20;
    private static final int SHORTEST_CREDENTIAL = 8;
    private static final int SHORTEST_PASSWORD = 8;
    private static final String KEY_SIGNS = "_~+/=-!$^*";
    private static final Set<String> HARMLESS = Set.of("none", "null", "true", "false", "bearer", "basic", "is", "was");

    private SecretMask() {}

    /** The text without secrets, and without what moves a terminal's cursor. */
    static String hidden(String text) {
        String shown = keys(printable(text));
        if (shown.contains("://")) {
            shown = userInfo(shown);
        }
        return credentials(named(shown));
    }

    private static String printable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            kept.append(c == '\n' || !hidden ? String.valueOf(c) : Character.isWhitespace(c) ? " " : "");
        }
        return kept.toString();
    }

    /** The user and password before a host; an {@code @} behind the path is none of theirs. */
    static String userInfo(String text) {
        return Form.USER_INFO.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK) + "@");
    }

    /** Runs of letters and digits as generators make them, JSON Web Tokens and private keys. */
    private static String keys(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && isKeySign(text.charAt(end))) {
                end++;
            }
            String run = text.substring(at, end);
            shown.append(isKey(run) ? MASK : pieces(run));
            if (end < text.length()) {
                shown.append(text.charAt(end));
            }
            at = end + 1;
        }
        return shown.indexOf("-----BEGIN ") < 0 ? shown.toString() : privateKeys(shown.toString());
    }

    /** A key that is cut is masked up to the end, unless too much follows for one key. */
    private static String privateKeys(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        Matcher begin = Form.KEY_BEGIN.matcher(text);
        Matcher end = Form.KEY_END.matcher(text);
        boolean ended = end.find();
        int copied = 0;
        while (begin.find(copied)) {
            while (ended && end.start() < begin.end()) {
                ended = end.find();
            }
            int stop = ended ? end.end() : text.length();
            boolean key = stop - begin.end() <= LONGEST_KEY;
            shown.append(text, copied, begin.start()).append(key ? MASK : begin.group());
            copied = key ? stop : begin.end();
        }
        return shown.append(text, copied, text.length()).toString();
    }

    /** A path may hold a key as one of its segments. */
    private static String pieces(String run) {
        if (run.indexOf('/') < 0) {
            return run;
        }
        List<String> pieces = new ArrayList<>();
        for (String piece : run.split("/", -1)) {
            pieces.add(isKey(piece) ? MASK : piece);
        }
        return String.join("/", pieces);
    }

    private static boolean isKeySign(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || KEY_SIGNS.indexOf(c) >= 0 || c == '.');
    }

    private static boolean isKey(String run) {
        if (run.length() < SHORTEST_KEY) {
            return isPassword(run);
        }
        if (run.regionMatches(true, 0, "eyJ", 0, 3)
                || run.regionMatches(true, 0, "AKIA", 0, 4)
                || run.contains("=eyJ")
                || SecretShape.isEntraSecret(run)) {
            return true;
        }
        boolean upper = false;
        boolean lower = false;
        boolean both = false;
        boolean mixed = run.endsWith("=") || run.indexOf('+') >= 0;
        int numbers = 0;
        for (int i = 0; i < run.length(); i++) {
            char c = run.charAt(i);
            // An identifier may join words in small letters to a number in capital ones.
            upper = c != '-' && (upper || (c >= 'A' && c <= 'Z'));
            lower = c != '-' && (lower || (c >= 'a' && c <= 'z'));
            both |= upper && lower;
            numbers += c >= '0' && c <= '9' && (i == 0 || !Character.isDigit(run.charAt(i - 1))) ? 1 : 0;
        }
        if (run.indexOf('.') >= 0
                && run.indexOf('/') < 0
                && Stream.of(run.split("[.]")).anyMatch(SecretMask::isKey)) {
            return true;
        }
        boolean path = !mixed && (run.indexOf('/') >= 0 || run.indexOf('.') >= 0 || run.indexOf('=') >= 0);
        return both && numbers >= 2 && !path;
    }

    /** A word of letters in both cases, digits and a sign that names and paths do not have. */
    private static boolean isPassword(String run) {
        boolean signed = run.chars().anyMatch(c -> "!^*$".indexOf(c) >= 0) && run.charAt(0) != '$';
        return run.length() >= SHORTEST_PASSWORD
                && signed
                && run.indexOf('/') < 0
                && run.indexOf('=') < 0
                && run.chars().anyMatch(Character::isUpperCase)
                && run.chars().anyMatch(Character::isLowerCase)
                && run.chars().anyMatch(Character::isDigit);
    }

    /** What stands behind the name of a secret, however it is joined to it. */
    static String named(String text) {
        Matcher name = Form.NAME.matcher(text);
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (name.find()) {
            Matcher joint = Form.JOINT.matcher(text).region(name.end(), text.length());
            if (name.start() < at || isAbout(name.group()) || !joint.lookingAt()) {
                continue;
            }
            int end = valueEnd(text, joint.end(), isWholeLine(name.group()));
            // A number with blanks in it is masked whole, or its rest would be no number any more.
            for (int i = joint.end(); i < end; i++) {
                boolean number = i == joint.end() || text.charAt(i) == '+';
                end = number ? Math.max(end, Phones.end(text, i)) : end;
            }
            String value = text.substring(joint.end(), end);
            if (!isHarmless(value, joint.group())) {
                shown.append(text, at, joint.end()).append(MASK);
                at = end;
            }
        }
        return shown.append(text, at, text.length()).toString();
    }

    /** Whether the name is that of something about a secret, such as its id, its type or its file. */
    static boolean isAbout(String name) {
        return Form.ABOUT.matcher(name).find();
    }

    /** Whether all of a header's line is the secret. */
    private static boolean isWholeLine(String name) {
        return name.equalsIgnoreCase("cookie") || name.equalsIgnoreCase("authorization");
    }

    private static int valueEnd(String text, int from, boolean wholeLine) {
        char before = text.charAt(from - 1);
        String ends = switch (before) {
            case '"' -> "\"\n";
            case '\'' -> "'\n";
            case '>' -> "<\n";
            default -> wholeLine ? "\n\"'" : " \t\n\"',;&)}]<";
        };
        int end = from;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Behind a colon or a verb there may be a sentence, which goes on with a plain word: "token: expired". */
    private static boolean isHarmless(String value, String joint) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (value.isEmpty()
                || HARMLESS.contains(lower)
                || value.equals(MASK)
                || Words.isPseudonym(value)
                || value.startsWith("Start=")
                || Form.PLACEHOLDER.matcher(value).matches()) {
            return true;
        }
        boolean quoted = joint.endsWith("\"") || joint.endsWith("'");
        boolean sentence = joint.indexOf('=') < 0 && !joint.endsWith(">") && !(quoted && joint.indexOf(':') >= 0);
        String word = value.replaceFirst("[.:!?]$", "");
        boolean plain = word.chars().allMatch(Character::isLetter);
        return (sentence && plain && Words.allowed(word)) || value.startsWith("AADSTS") || value.startsWith("IDX");
    }

    /** A scheme of authentication and what is sent with it. */
    private static String credentials(String text) {
        Matcher scheme = Form.SCHEME.matcher(text);
        StringBuilder shown = new StringBuilder();
        while (scheme.find()) {
            String value = scheme.group(2);
            boolean parameter = value.endsWith("=") && scheme.end() < text.length() && text.charAt(scheme.end()) == '"';
            boolean secret = value.length() >= SHORTEST_CREDENTIAL && !parameter && !Words.allowed(value);
            scheme.appendReplacement(shown, Matcher.quoteReplacement(scheme.group(1) + (secret ? MASK : value)));
        }
        return scheme.appendTail(shown).toString();
    }

    /** Compiled on first use only. */
    private static final class Form {
        static final Pattern NAME = Pattern.compile(
                "(?i)(?:" + NamedSecrets.ALTERNATIVES + ")[a-z0-9_-]{0,40}+"
                        + "|(?<![a-z0-9])(?:pass|pin|pw|otp|sig|sas)(?=[\"']?\\s{0,9}[=:])|(?<=[?&])(?<!/error[?])(?:code|key)(?==)");
        static final Pattern ABOUT = Pattern.compile(
                "(?i)(?:id|type|endpoint|uri|url|_in|_on|policy|policies|methods?|name|hint|file|path|variable)$");
        static final Pattern JOINT = Pattern.compile(
                "(?:\\s{1,3}+[\"']{1,2}+(?=\\s{0,9}[=:])|[\"'\\\\]{0,2}+)(?:\\s{0,9}+(?:=>|[=:>])\\s{0,9}+|\\s{1,9}+(?:is|was)\\s{1,9}+|\\s{1,9}+(?=[\"']))"
                        + "(?:\\[\\s{0,9}+(?=[\"']))?+(?:\\\\{0,1}+[\"'])?+");
        /** What stands for a value in an example: a variable, or the mask with what belongs to it. */
        static final Pattern PLACEHOLDER = Pattern.compile(
                "[$]?[{][^\\s]{0,200}|[$][A-Za-z_]{1,80}|%[A-Za-z_]{1,80}%?|<[A-Za-z _-]{0,80}>?|\\[.{0,200}|[(][a-z ]{0,80}[)]?");

        static final Pattern USER_INFO =
                Pattern.compile("(://)(?:[^\\s/?#\"'@:]{0,200}+@|[^\\s/?#\"'@:]{1,200}+:(?!\\d{1,5}(?:[/?#\"'\\s]|$))"
                        + "[^\\s\"'<>@]{0,200}+@)");
        static final Pattern KEY_BEGIN = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}+-----");
        static final Pattern KEY_END = Pattern.compile("-----END [A-Z0-9 ]{0,40}+-----");
        static final Pattern SCHEME =
                Pattern.compile("(?i)(\\b(?:bearer|basic|negotiate|ntlm|digest|pop)\\s{1,9}+)([A-Za-z0-9._~+/=-]++)");
    }
}

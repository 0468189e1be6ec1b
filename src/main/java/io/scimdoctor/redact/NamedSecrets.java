package io.scimdoctor.redact;

import io.scimdoctor.exchange.LatePattern;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks what stands behind the name of a secret, however the two are joined, and wherever it stands again. */
final class NamedSecrets {
    /** What is shorter may be a part of ordinary words. */
    private static final int SHORTEST_KNOWN = 6;
    /** A text that names more is searched for no more. */
    private static final int MOST_KNOWN = 50;

    /** Such as the number in {@code CLIENT_SECRET_2}. */
    private static final int LONGEST_TAIL = 3;

    /** A password of signs alone has many of them. */
    private static final int FEWEST_SIGNS = 5;
    /** What is longer is no password, and a longer key is known by its shape. */
    private static final int LONGEST_WORD = 400;

    private static final String ENDS = " \t\n\"',;&)}]<\u2502\u2551";

    private final String text;
    private final PlainView view;
    private final Set<String> found = new LinkedHashSet<>();
    private final StringBuilder shown = new StringBuilder();
    private int copied;

    private NamedSecrets(String text) {
        this.text = text;
        this.view = new PlainView(text);
    }

    /** The text without them. */
    static String masked(String text) {
        if (isWord(text)) {
            return text;
        }
        String shown = text;
        if (SecretMask.mentions(text) || text.contains(" -")) {
            shown = new NamedSecrets(shown).behind(Notation.COMMAND);
            shown = new NamedSecrets(shown).behind(Notation.BEFORE);
        }
        return new NamedSecrets(shown).masked();
    }

    /** Whether nothing in a text could join a name to a value: it is a number, an id, a path, a plain address or one word. */
    static boolean isWord(String text) {
        for (int i = text.startsWith("https://") ? 8 : 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '-' || c > '9') && c != '_') {
                return false;
            }
        }
        return true;
    }

    /** Masks what follows the first group of a pattern. */
    private String behind(LatePattern pattern) {
        Matcher found = pattern.matcher(view.plain());
        while (found.find()) {
            hide(found.end(1), found.end());
        }
        return shown.append(text, copied, text.length()).toString();
    }

    private String masked() {
        Matcher name = Notation.NAME.matcher(view.plain());
        int next = 0;
        while (name.find()) {
            Matcher joint = Notation.Joints.JOINT.matcher(view.plain()).useTransparentBounds(true);
            joint.region(name.end(), view.length());
            if (name.start() >= next && !isAbout(name.group()) && joint.lookingAt() && isWhole(name, joint)) {
                next = value(name.group(), joint, next);
            }
        }
        return again(shown.append(text, copied, text.length()).toString());
    }

    /** Whether the name is that of something about a secret, such as its id, its type or its file. */
    static boolean isAbout(String name) {
        return Notation.ABOUT.matcher(name).find();
    }

    /** Whether nothing but the joint lies between; what is apart belongs to a name that goes on with no other word. */
    private static boolean isWhole(Matcher name, Matcher joint) {
        boolean apart = joint.group("apart") != null || joint.group("loose") != null;
        return !apart || name.group(1) == null || name.end() - name.end(1) <= LONGEST_TAIL;
    }

    /** Masks the value behind the joint, and tells where to go on. */
    private int value(String name, Matcher joint, int next) {
        int from = joint.end();
        int group = group(from);
        if (group > 0) {
            return group;
        }
        boolean loose = joint.group("loose") != null;
        int end = joint.group("block") == null ? valueEnd(from, ends(name, joint, loose)) : blockEnd(from);
        // A number with blanks in it is masked whole, or its rest would be no number any more.
        for (int i = from; i < end; i++) {
            boolean number = i == from || view.charAt(i) == '+';
            end = number ? Math.max(end, Phones.end(view.plain(), i)) : end;
        }
        if (loose && end - from > LONGEST_WORD) {
            return next;
        }
        boolean signs = view.plain().substring(from, end).codePoints().noneMatch(Character::isLetterOrDigit);
        while (loose && !signs && ".,:;!?)]}".indexOf(view.charAt(end - 1)) >= 0) {
            end--;
        }
        String value = text.substring(view.start(from), view.start(end));
        boolean naming = name.equals("key") && Notation.FIELD.matcher(value).matches();
        if (naming || (loose ? !isStrange(value) : isHarmless(value, joint.group()))) {
            return next;
        }
        hide(from, end);
        if (found.size() < MOST_KNOWN) {
            found.add(word(value));
        }
        return end;
    }

    /** Masks all values between brackets, and tells where these end, or 0 when none begin here. */
    private int group(int from) {
        String plain = view.plain();
        boolean begun =
                from > 1 && "[(".indexOf(plain.charAt(from - 2)) >= 0 && "\"'".indexOf(plain.charAt(from - 1)) >= 0;
        if (!begun
                && !Notation.GROUP.matcher(plain).region(from, plain.length()).lookingAt()) {
            return 0;
        }
        int depth = begun ? 1 : 0;
        int i = begun ? from - 1 : plain.charAt(from) == '@' ? from + 1 : from;
        do {
            char c = plain.charAt(i);
            depth += "{[(".indexOf(c) >= 0 ? 1 : "}])".indexOf(c) >= 0 ? -1 : 0;
            Matcher bare = Notation.BARE.matcher(plain).region(i, plain.length());
            if (c == '"' || c == '\'') {
                int end = quoteEnd(i + 1, c);
                boolean name = Notation.COLON
                        .matcher(plain)
                        .region(end, plain.length())
                        .lookingAt();
                hide(i + 1, name ? i + 1 : end);
                i = end;
            } else if (bare.lookingAt()) {
                boolean harmless = Notation.HARMLESS.matcher(bare.group(1)).matches();
                hide(bare.start(1), harmless ? bare.start(1) : bare.end());
                i = bare.end() - 1;
            }
            i++;
        } while (depth > 0 && i < plain.length());
        return i;
    }

    private void hide(int from, int end) {
        if (end > from) {
            shown.append(text, copied, view.start(from)).append(Redactor.MASK);
            copied = view.start(end);
        }
    }

    private String again(String masked) {
        String shown = masked;
        for (String value : found) {
            // A part of a longer word may be anything else.
            Pattern again = Pattern.compile("(?<![\\w.-])" + Pattern.quote(value) + "(?![\\w-])");
            boolean telling = value.length() >= SHORTEST_KNOWN && (Words.isMixed(value) || !Words.allowed(value));
            shown = telling ? again.matcher(shown).replaceAll(Redactor.MASK) : shown;
        }
        return shown;
    }

    private int valueEnd(int from, String ends) {
        char before = view.charAt(from - 1);
        return switch (before) {
            case '"', '\'', '`' -> quoteEnd(from, before);
            case '\u201C' -> end(from, "\u201D\n");
            case '\u201E' -> end(from, "\u201C\u201D\n");
            case '\u00AB' -> end(from, "\u00BB\n");
            case '\u2018' -> end(from, "\u2019\n");
            case '>' -> end(from, "<\n");
            case '[' -> end(from, "]\n");
            default -> end(from, ends);
        };
    }

    /** Of a header all of the line is the secret. */
    private static String ends(String name, Matcher joint, boolean loose) {
        if (loose) {
            return " \t\n\"'<|\u2502\u2551";
        }
        boolean wholeLine = name.equals("cookie") || name.equals("authorization");
        return wholeLine ? "\n\"'" : ENDS + (joint.group().indexOf('|') < 0 ? "" : "|");
    }

    /** A blank that is written as an escape ends nothing: it may be a part of the value. */
    private int end(int from, String ends) {
        int end = from;
        while (end < view.length()
                && (ends.indexOf(view.charAt(end)) < 0
                        || (Character.isWhitespace(view.charAt(end)) && view.width(end) > 1))) {
            end++;
        }
        return end;
    }

    /** The quote that is written as the first one was; one that is doubled or escaped more often belongs to the value. */
    private int quoteEnd(int from, char quote) {
        String plain = view.plain();
        boolean doubled = from > 1 && view.charAt(from - 2) == quote;
        int width = view.width(from - 1);
        String ends = quote + "\n";
        int end = end(from, ends);
        while (end < view.length() && view.charAt(end) == quote) {
            boolean twice = end + 1 < view.length() && view.charAt(end + 1) == quote;
            boolean within =
                    twice && !doubled && end + 2 < view.length() && Character.isLetterOrDigit(view.charAt(end + 2));
            Matcher inner =
                    Notation.INNER.matcher(plain).useTransparentBounds(true).region(end, plain.length());
            if (view.width(end) <= width && !within && !inner.lookingAt()) {
                return end;
            }
            end = end(end + (twice ? 2 : 1), ends);
        }
        return end;
    }

    /** A block of lines, such as YAML's, ends before a line that stands further left. */
    private int blockEnd(int from) {
        int margin = 0;
        while (from > margin && view.charAt(from - margin - 1) == ' ') {
            margin++;
        }
        int end = end(from, "\n");
        while (margin > 0 && end < view.length() && isIndented(end + 1, margin)) {
            end = end(end + 1, "\n");
        }
        return end;
    }

    private boolean isIndented(int from, int margin) {
        return view.plain()
                .substring(from, Math.min(view.length(), from + margin))
                .isBlank();
    }

    /** Behind a colon or a verb there may be a sentence, which goes on with a plain word: "token: expired". */
    private static boolean isHarmless(String value, String joint) {
        if (Notation.HARMLESS.matcher(word(value)).matches() || Words.isPseudonym(value)) {
            return true;
        }
        String word = word(value);
        boolean quoted = joint.endsWith("\"") || joint.endsWith("'");
        boolean sentence = joint.indexOf('=') < 0 && !joint.endsWith(">") && !(quoted && joint.indexOf(':') >= 0);
        return sentence && word.chars().allMatch(c -> Character.isLetter(c) || c == '-') && Words.allowed(word);
    }

    /** Whether no sentence goes on with it: letters with digits or signs, or a long number. */
    private static boolean isStrange(String value) {
        String word = word(value);
        if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return word.chars().distinct().count() >= FEWEST_SIGNS;
        }
        return word.length() >= SHORTEST_KNOWN
                && word.chars().anyMatch(Character::isDigit)
                && !Notation.HARMLESS.matcher(value).matches()
                && !Words.isPseudonym(word)
                && (word.chars().allMatch(Character::isDigit)
                        || (Words.isMixed(word) && !Notation.PLACE.matcher(word).find()));
    }

    private static String word(String value) {
        return value.replaceFirst("[.:!?]?(?:\\\\+[nrt].*)?$", "");
    }
}

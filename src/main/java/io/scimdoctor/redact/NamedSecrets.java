package io.scimdoctor.redact;

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
        String shown = text;
        if (SecretMask.mentions(text) || text.contains(" -")) {
            shown = new NamedSecrets(shown).behind(Rare.COMMAND);
            shown = new NamedSecrets(shown).behind(Rare.BEFORE);
        }
        return new NamedSecrets(shown).masked();
    }

    /** Whether the name of a secret stands anywhere, be it misspelt. */
    static boolean areNamedIn(String text) {
        return Form.NAME.matcher(new PlainView(text).plain()).find();
    }

    /** Masks what follows the first group of a pattern. */
    private String behind(Pattern pattern) {
        Matcher found = pattern.matcher(view.plain());
        while (found.find()) {
            hide(found.end(1), found.end());
        }
        return shown.append(text, copied, text.length()).toString();
    }

    private String masked() {
        Matcher name = Form.NAME.matcher(view.plain());
        int next = 0;
        while (name.find()) {
            Matcher joint = Joints.JOINT.matcher(view.plain()).useTransparentBounds(true);
            joint.region(name.end(), view.length());
            if (name.start() >= next && !isAbout(name.group()) && joint.lookingAt() && isWhole(name, joint)) {
                next = value(name.group(), joint, next);
            }
        }
        return again(shown.append(text, copied, text.length()).toString());
    }

    /** Whether the name is that of something about a secret, such as its id, its type or its file. */
    static boolean isAbout(String name) {
        return Rare.ABOUT.matcher(name).find();
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
        boolean naming = name.equals("key") && Rare.FIELD.matcher(value).matches();
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
        if (!begun && !Rare.GROUP.matcher(plain).region(from, plain.length()).lookingAt()) {
            return 0;
        }
        int depth = begun ? 1 : 0;
        int i = begun ? from - 1 : plain.charAt(from) == '@' ? from + 1 : from;
        do {
            char c = plain.charAt(i);
            depth += "{[(".indexOf(c) >= 0 ? 1 : "}])".indexOf(c) >= 0 ? -1 : 0;
            Matcher bare = Rare.BARE.matcher(plain).region(i, plain.length());
            if (c == '"' || c == '\'') {
                int end = quoteEnd(i + 1, c);
                boolean name =
                        Rare.COLON.matcher(plain).region(end, plain.length()).lookingAt();
                hide(i + 1, name ? i + 1 : end);
                i = end;
            } else if (bare.lookingAt()) {
                boolean harmless = Rare.HARMLESS.matcher(bare.group(1)).matches();
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
        boolean doubled = from > 1 && view.charAt(from - 2) == quote;
        int width = view.width(from - 1);
        String ends = quote + "\n";
        int end = end(from, ends);
        while (end < view.length() && view.charAt(end) == quote) {
            boolean twice = end + 1 < view.length() && view.charAt(end + 1) == quote;
            boolean within =
                    twice && !doubled && end + 2 < view.length() && Character.isLetterOrDigit(view.charAt(end + 2));
            if (view.width(end) <= width && !within) {
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
        if (Rare.HARMLESS.matcher(word(value)).matches() || Words.isPseudonym(value)) {
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
                && !Rare.HARMLESS.matcher(value).matches()
                && !Words.isPseudonym(word)
                && (word.chars().allMatch(Character::isDigit)
                        || (Words.isMixed(word) && !Rare.PLACE.matcher(word).find()));
    }

    private static String word(String value) {
        return value.replaceFirst("[.:!?]?(?:\\\\+[nrt].*)?$", "");
    }

    /** Compiled on first use only. */
    private static final class Form {
        /** The look at the first letter spares most characters a try of every name. */
        private static final String NAMES =
                "(?=[acdhijklmpstw\u043B\u043F\u03BA\u05D0-\u06FF\u3000-\uFFFF])(?:p[as]{1,4}w\\w{0,2}r?d(?:profile)?"
                        + "|p[as]{2,4}[word]{3,4}|p\\wssword|pa\\wsword|pas\\wword|passcode|passphrase|pwd|secret|token"
                        + "|assertion|key|cookie|authorization|signature|credentials?|securestring"
                        + "|identified by|storepass"
                        + "|samlresponse|code_verifier|device_code"
                        + "|passwort|kennwort|mot de passe|contrasena|wachtwoord|senha|haslo|heslo|salasana"
                        + "|losenord|parola|passord"
                        + "|adgangskode|jelszo|sifre|clave|mdp|\u6697\u8A3C\u756A\u53F7"
                        + "|\u30D1\u30B9\u30EF\u30FC\u30C9|\u5BC6\u7801|\u5BC6\u78BC|\u53E3\u4EE4"
                        + "|\u043Fapo\u043B\u044C|k\u03C9\u03B4iko\u03C2|\u05E1\u05D9\u05E1\u05DE\u05D4"
                        + "|\u0643\u0644\u0645\u0629 \u0627\u0644(?:\u0645\u0631\u0648\u0631|\u0633\u0631)"
                        + "|\uBE44\uBC00\uBC88\uD638)";

        static final Pattern NAME = Pattern.compile(
                "(" + NAMES + ")[a-z0-9_-]{0,40}+(?:[.][a-z_-]{1,40}(?=[.]value))?+(?:[ .](?:value|text))?+"
                        + "|(?<![a-z0-9])(?:pass|pin|pw|otp|sig|sas|jsessionid|phpsessid"
                        + "|session_?id)(?=[\"']?\\s{0,9}[=:]|\\s\\d{4})"
                        + "|(?<=--)pass(?=[\\s=])|(?<![a-z0-9-])_?auth(?=[\"']?\\s{0,9}=|[\"']\\s{0,9}:)"
                        + "|(?<=[?&])(?<!/error[?])(?:code|key)(?==)");
    }

    /** What joins a name to its value, compiled once a name is met. */
    private static final class Joints {
        private static final String CLOSE = "(?:\\s{0,3}+[\"'`*\\])}\u201D\u2019]{1,4}+)?+";
        private static final String TAG = "</?[a-z][^<>]{0,200}+>";
        /** In YAML, the joint above a value that stands on a line of its own. */
        private static final String COMMENT = "(?<=:\\s{1,99})#\\s[^\\n]{0,200}+\\n\\s{1,99}+";
        /** An equals sign, a colon or an arrow, perhaps behind dots, a type, or the end of an element. */
        private static final String SIGN = CLOSE
                + "(?: (?:provided|supplied|given|sent|used|entered|received|value)(?=:))?+[\\s.]{0,99}+(?::\\s?[a-z]{1,20}\\s?(?==))?+"
                + "(?:=>|-{1,3}+>|\u2192|:=|={1,3}+|:{1,3}+|>)[*]{0,2}+(?:" + TAG + ")?+\\s{0,99}+(?:" + COMMENT
                + ")?+";
        /** The next element, or the value of an element that has attributes. */
        private static final String ELEMENT =
                "\\s{1,9}+[\\w:.-]{1,40}+=[\"'][^<>\\n]{0,200}+>\\s{0,40}+|:?+(?:\\s{0,40}+" + TAG
                        + "){1,5}+\\s{0,40}+";
        /** A field that is called value, below the name. */
        private static final String BELOW = "[\"']?+\\s?:[\\s{]{1,40}+[\"']?+value[\"']?+\\s?[=:]\\s{0,9}+";
        /** A field that is called value, beside the one that has the name. */
        private static final String FIELD =
                "(?=[\"'\\n,;>])[^.()\\[\\]|}]{0,100}?\\bvalue[\"']?\\s{0,9}+[=:>]\\s{0,9}+";
        /** The last argument of a call. */
        private static final String ARGUMENT =
                "[\"']\\s{0,9}+,\\s{0,9}+(?=(?<quote>[\"'])[^\\s]{1,200}?\\k<quote>\\s{0,9}[)])";
        /** The joint before an option's value, or before the content of a part of a form. */
        private static final String NEXT = "(?<=(?:^|\\s)-{1,2}[a-z-]{0,40})\\s{1,3}+(?!-)"
                + "|(?<=securestring)(?:\\s{1,3}+-[a-z]{1,20}){0,2}\\s{1,3}+(?!-)"
                + "|(?<=name=[\"']?[\\w.-]{0,80})[\"']?+[^\\n]{0,100}+(?:\\n[a-z-]{1,40}+:[^\\n]{0,200}+){0,3}+\\n[ \\r]{0,2}+\\n";

        private static final String SENTENCE =
                "(?: (?:provided|supplied|given|sent|used|entered|received))?+\\s{1,9}+(?:is|was|has value|ist|war|est|es|lautet)\\s{1,9}+"
                        + "|\\s{1,9}+(?:-?(?:eq|ne|co|sw|ew|gt|ge|lt|le)(?:\\s|%20|[+]))?+(?=[\"'\u201C\u201E\u00AB\u2018])|[(\\[]\\s{0,9}+(?=[\"'])";
        /** What may stand between the name and something else as well: behind these only what looks like a secret is one. */
        private static final String LOOSE =
                "\\s{1,9}+(?:for|of|fur|von|d[aeou]|del)\\s[^\\n.:=]{1,40}?(?:\\s(?:is|was)\\s|:\\s?|=)"
                        + "|[^\"'\n:=]{1,80}?(?:,|\\s(?:not|value|got|was|is))\\s(?=[\"'])"
                        + "|\\s{0,40}+[|\u2502\u2551](?![|])\\s{0,40}+|[ ]{0,3}+\\t\\s{0,20}+"
                        + "|[\"']\\s{0,9}+,\\s{0,9}+(?=[\"'])|\\s?[(\\[](?=[^\\s()\\[\\]]{6,200}+[)\\]])"
                        + "|(?<=name=[\"']?[\\w.-]{0,80})[\"']?+\\s{1,9}+(?:[a-z-]{1,40}+: ?[^\\s]{1,100}+\\s{1,9}+)?+"
                        + "|:?[ \\t\\r]{0,9}+(?:\\n[ \\t]{0,40}+(?:[-=]{3,99}+(?=\\s))?+){1,3}+(?=\\S{6,200}+\\s{0,3}(?:\\n|$))|:?[ \\t]{1,9}+";

        private static final String BLOCK =
                "[|>][-+0-9]{0,3}+\\s{1,40}+" + "|<<[-~]?+[\"']?+\\w{1,20}+[\"']?+\\s{0,40}+|@[\"']\\s{0,9}+\\n";
        private static final String OPEN =
                "(?:(?:-\\s|!{1,2}[\\w/]{1,40}+|&\\w{1,40}+\\s)\\s{0,9}+){0,3}+(?<block>" + BLOCK
                        + ")?+(?:(?:some|q{1,2})[({]"
                        + "|string[(][0-9]{1,4}[)] )?+(?:<!\\[cdata\\[)?+(?:[(\\[]\\s{0,9}+(?=[\"']))?+(?:[@$]?[bruf]?(?=[\"']))?+"
                        + "(?:\"\"(?=[^\\s,;}\\])>\"'])|[\"'`\u201C\u201E\u00AB\u2018]\\s?+)?+";

        static final Pattern JOINT = Pattern.compile("(?:" + BELOW + "|" + SIGN + "|" + NEXT + "|(?<apart>" + ELEMENT
                + "|" + FIELD + "|" + ARGUMENT + ")|" + SENTENCE + "|(?<loose>" + LOOSE + "))" + OPEN);
    }

    /** What most texts do not need, compiled on first use. */
    private static final class Rare {
        static final Pattern ABOUT = Pattern.compile(
                "(?i)(?:(?<!sess|session|session_)id|type|endpoint|uri|url|_in|_on|policy|policies|methods?"
                        + "|name|(?<!token_)hint|(?<!pro)file|path|variable|error|exception)$|^authorization[_-]");
        /** Codes, words that are no value, and what stands for one in an example: a variable, or the mask. */
        static final Pattern HARMLESS = Pattern.compile("(?s)(?i:none|null|true|false|bearer|basic|oauth2?|is|was)?"
                + "|(?i:bearer|basic) (?:[$]?[{][^\\s]{0,200}|<[A-Za-z _-]{0,80}>)|(?:Start=|AADSTS|IDX).*|[$]?[{][^\\s]{0,200}"
                + "|[$][A-Za-z_]{1,80}|@[{(].*|%[A-Za-z_]{1,80}%?"
                + "|<[A-Za-z _-]{0,80}>?|\\[.{0,200}|[(][a-z ]{0,80}[)]?");

        /** In {@code key: client_secret} the key is that of a field. */
        static final Pattern FIELD = Pattern.compile(
                "(?i)[a-z_ :.-]{0,40}?(?:password|passwd|pwd|passphrase|secret|token|api[_ -]?key)[a-z_ -]{0,10}");

        static final Pattern GROUP = Pattern.compile("@?+(?:[{](?![{a-z_-]{1,80}[}])|\\[(?!masked]))");

        static final Pattern COLON = Pattern.compile("[\"']\\s{0,9}[:=]");
        static final Pattern BARE = Pattern.compile("[:=]\\s{0,9}+([^\\s\"'{\\[,;}\\])]++)");

        private static final String NAMED = "[\\w-]{0,40}?(?:password|passwd|pwd|secret|token|passphrase|key)";

        /** What the programs of administrators take as a secret without saying so. */
        static final Pattern COMMAND = Pattern.compile(
                "((?:\\b(?:curl|http|wget)(?=\\s)(?s:.{0,200}?)\\s(?:-[a-z]{0,4}u[\\s=]{0,3}+|(?:--user|--proxy-user"
                        + "|-a|--auth)[\\s=]{1,3}+)"
                        + "[\"']?+(?!https?:)[^\\s:\"'/]{1,100}+:"
                        + "|\\b(?:login|sshpass|sqlcmd|mysql\\w{0,8}|psql|plink|mongo\\w{0,4})\\b[^\\n"
                        + "|]{0,200}?\\s-p\\s{1,3}+"
                        + "|\\bmysql\\w{0,8}\\b[^\\n|]{0,200}?\\s-p(?=[^\\s-])"
                        + "|\\bcurl\\b[^\\n]{0,200}?\\s(?:-b|--cookie)\\s{1,3}+[\"']?+[^=\\s\"']{1,60}+="
                        + "|\\b(?:ldap\\w{1,9}\\b[^\\n|]{0,200}?\\s-w|redis-cli\\b[^\\n|]{0,200}?\\s-a)\\s{1,3}+"
                        + "|\\becho\\s{1,3}+(?=[^\\n|]{1,200}+[|][^\\n|]{1,200}?-password)"
                        + "|\\bcurl\\b[^\\n]{0,200}?\\s(?:-e|--cert)\\s{1,3}+[\"']?+[^\\s:\"']{1,100}+:"
                        + "|issecret=true[]]"
                        + "|\\s--oauth2-bearer\\s{1,3}+|\\blogin\\s{1,9}+\\S{1,100}+\\s{1,9}+password\\s{1,9}+"
                        + "|\\b(?:env|setx)\\s(?=[a-z]{1,20}_)" + NAMED + "\\w{0,20}\\s"
                        + "|credential\\]?(?:::new)?\\((?:[^\\n()]{0,200},)?\\s{0,9}[\"'](?=[^\"',]{1,200}[\"']\\s{0,9}[)])"
                        + ")[\"']?+)(?![-\\[])[^\\s\"']++");

        /** A value that stands before the name of its kind. */
        static final Pattern BEFORE = Pattern.compile(
                "((?:(?<![\\w\"'])|\\bvalue[\"']?\\s{0,9}[=:]?\\s{0,9})[\"'])(?!\\[|(?:add|replace|remove)[\"'])[^\"'\\n]{1,200}+"
                        + "(?=[\"']\\s(?:is|was)\\s(?:not\\s|no\\s)?(?:an?\\s|the\\s)?(?:in)?valid\\s" + NAMED
                        + "|[\"']\\s{0,9}+\\|\\s{0,9}+convertto-securestring"
                        + "|[\"']\\s(?:of|for|in|as)\\s(?:the\\s)?"
                        + "[\"']?" + NAMED
                        + "|[\"'][\\s,]{1,9}[\"']?(?:name|key|id|path)[\"']?\\s{0,9}[=:]\\s{0,9}[\"']?"
                        + NAMED + ")");

        /** What a sentence may name beside a secret: an address, a mail, a schema. */
        static final Pattern PLACE = Pattern.compile("://|@|^urn:|^[$]\\w+[\\[.(]|\\w=[\\w-]");
    }
}

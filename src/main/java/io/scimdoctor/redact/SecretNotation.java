package io.scimdoctor.redact;

import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Resource;

/**
 * How people write a secret: its name, what joins that to the value, and what is no value. Each part is compiled when it is
 * first needed.
 */
final class SecretNotation {
    /** Between the words of a filter, which may be a URL's. */
    private static final String BLANKS = "(?:[\\s+]|%(?:25)*+(?:c2%(?:25)*+a0|e2%(?:25)*+80%(?:25)*+8[0-9ab])){1,9}+";

    /** The look at the first letter spares most characters a try of every name. */
    private static final String NAMES = "(?=[acdhijklmpstw\u043B\u043F\u03BA\u05D0-\u06FF\u3000-\uFFFF])(?:"
            + Resource.anyOf(SecretNotation.class, "secret-names.txt") + ")";

    static final LatePattern NAME =
            LatePattern.of("(" + NAMES + ")[a-z0-9_-]{0,40}+(?:[.][a-z_-]{1,40}(?=[.]value))?+(?:[ .](?:value|text))?+"
                    + "|(?<![a-z0-9])(?:pass|pin|pw|otp|sig|sas|jsessionid|phpsessid"
                    + "|session_?id)(?=[\"']?\\s{0,9}[=:]|\\s\\d{4})"
                    + "|(?<=--)pass(?=[\\s=])|(?<![a-z0-9-])_?auth(?=[\"']?\\s{0,9}=|[\"']\\s{0,9}:)"
                    + "|(?<=[?&])(?<!/error[?])(?:code|key)(?==)");

    static final LatePattern ABOUT =
            LatePattern.of("(?i)(?:(?<!sess|session|session_)id|type|endpoint|uri|url|_in|_on|policy|policies|methods?"
                    + "|name|(?<!token_)hint|(?<!pro)file|path|variable|error|exception)$|^authorization[_-]");
    /** Codes, words that are no value, and what stands for one in an example: a variable, or the mask. */
    static final LatePattern HARMLESS = LatePattern.of("(?s)(?i:none|null|true|false|bearer|basic|oauth2?|is|was)?"
            + "|(?i:bearer|basic) (?:[$]?[{][^\\s]{0,200}|<[A-Za-z _-]{0,80}>)|(?:Start=|AADSTS|IDX).*|[$]?[{][^\\s]{0,200}"
            + "|[$][A-Za-z_]{1,80}|@[{(].*|%[A-Za-z_]{1,80}%?"
            + "|<[A-Za-z _-]{0,80}>?|\\[.{0,200}|[(][a-z ]{0,80}[)]?");

    /** In {@code key: client_secret} the key is that of a field. */
    static final LatePattern FIELD = LatePattern.of(
            "(?i)[a-z_ :.-]{0,40}?(?:password|passwd|pwd|passphrase|secret|token|api[_ -]?key)[a-z_ -]{0,10}");

    static final LatePattern GROUP = LatePattern.of("@?+(?:[{](?![{a-z_-]{1,80}[}])|\\[(?!masked]))");

    /** A quote that ends nothing, behind a sign that is escaped itself, or before more of a text in broken JSON. */
    static final LatePattern INNER =
            LatePattern.of("(?<=[^\\\\]\\\\)[\"']|\"(?:[a-z0-9]|\\s{1,9}+\"(?![\\w.-]{1,60}\"\\s{0,9}:))");

    static final LatePattern COLON = LatePattern.of("[\"']\\s{0,9}[:=]");
    static final LatePattern BARE = LatePattern.of("[:=]\\s{0,9}+([^\\s\"'{\\[,;}\\])]++)");

    private static final String NAMED = "[\\w-]{0,40}?(?:password|passwd|pwd|secret|token|passphrase|key)";

    /** What the programs of administrators take as a secret without saying so. */
    static final LatePattern COMMAND = LatePattern.of("((?:"
            + Resource.anyOf(SecretNotation.class, "commands.txt").replace("NAMED", NAMED)
            + ")[\"']?+)(?![-\\[])[^\\s\"']++");

    /** Behind a value, what names its kind. */
    private static final String KIND = "(?:of|for|in|as|to(?=\\s(?:type\\s)?[\"']?pass))\\s";

    private static final String OF =
            "(?:the\\s|an?\\s)?(?:(?:attribute|property|field|parameter|type)[\\s:]{1,3})?[\"']?" + NAMED;

    /** A value that stands before the name of its kind; without quotes it has a digit or a sign. */
    static final LatePattern BEFORE = LatePattern.of("((?:(?<![\\w\"'])|\\bvalue[\"']?\\s{0,9}[=:]?\\s{0,9})[\"']"
            + "|\\b(?:value|convert|assign|got|received)[=:]?\\s{1,9}+(?=[a-z]{0,99}[^\\sa-z\"'(\\[][^\\s\"']{0,99}+(?:\\s(?:is|was)\\s[a-z ]{1,30}?)?\\s(?:[(]|(?=attribute|property)|"
            + KIND + ")" + OF + "))"
            + "(?:(?<![\"'])[^\\s\"']{1,200}+|(?<=[\"'])(?!\\[|(?:add|replace|remove)[\"'])[^\"'\\n]{1,200}+"
            + "(?=[\"']\\s(?:is|was)\\s(?:not\\s|no\\s)?(?:an?\\s|the\\s)?(?:in)?valid\\s" + NAMED
            + "|[\"']\\s{0,9}+\\|\\s{0,9}+convertto-securestring"
            + "|[\"'](?:\\s(?:is|was)\\s[a-z ]{1,30}?)?\\s(?:[(]|" + KIND + ")" + OF + "|[\"']"
            + BLANKS + "(?:eq|ne|co|sw|ew|gt|ge|lt|le)" + BLANKS + "(?:urn:[\\w:.]{1,80}:)?" + NAMED
            + "|[\"'][\\s,]{1,9}[\"']?(?:name|key|id|path)[\"']?\\s{0,9}[=:]\\s{0,9}[\"']?" + NAMED + "))");

    /** What a sentence may name beside a secret: an address, a mail, a schema. */
    static final LatePattern PLACE = LatePattern.of("://|@|^urn:|^[$]\\w+[\\[.(]|\\w=[\\w-]");

    private SecretNotation() {}

    /** What joins a name to its value, compiled once a name is met. */
    static final class Joints {
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
        /** Of JSON whose author has slipped: no colon, or one sign too many. */
        private static final String SLIP = "(?=[\"'][^\\s,;:)}\\]])(?![\"'][\\w.-]{1,60}[\"']\\s{0,9}:)";
        /** Between the name and an operator: the end of a function, or the filter of a complex attribute. */
        private static final String INSIDE = "(?:[)]|\\[[^\\]\\n]{0,80}?\\bvalue(?!\\w)|\\[[\\w.]{1,40}+)?+";
        /** An operator before a value without quotes. */
        private static final String BARE = INSIDE + BLANKS + "-?(?:eq|co|sw|ew|gte?|ge|lte?|[nl]e(?=.\\S{0,99}\\d))"
                + BLANKS + "(?=[^\"'\u201C\u201E\u00AB\u2018(])";
        /** The last argument of a call. */
        private static final String ARGUMENT =
                "[\"']\\s{0,9}+,\\s{0,9}+(?=(?<quote>[\"'])[^\\s]{1,200}?\\k<quote>\\s{0,9}[)])";
        /** The joint before an option's value, or before the content of a part of a form. */
        private static final String NEXT = "(?<=(?:^|\\s)-{1,2}[a-z-]{0,40})\\s{1,3}+(?!-)"
                + "|(?<=securestring)(?:\\s{1,3}+-[a-z]{1,20}){0,2}\\s{1,3}+(?!-)"
                + "|(?<=name=[\"']?[\\w.-]{0,80})[\"']?+[^\\n]{0,100}+(?:\\n[a-z-]{1,40}+:[^\\n]{0,200}+){0,3}+\\n[ \\r]{0,2}+\\n";

        private static final String SENTENCE =
                "(?: (?:provided|supplied|given|sent|used|entered|received))?+\\s{1,9}+(?:is|was|has (?:(?:the|an?) )?(?:invalid )?value:?|ist|war|est|es|lautet)\\s{1,9}+"
                        + "|(?:" + INSIDE + BLANKS + "-?(?:eq|like|ne|co|sw|ew|gte?|ge|lte?|le|in(?=\\W{0,9}[(\\[]))(?:"
                        + BLANKS + ")?+(?=[(\\[]?+\\s{0,9}[\"'\u201C\u201E\u00AB\u2018])"
                        + "|\\s{1,9}+(?=[\"'\u201C\u201E\u00AB\u2018])|[(\\[]\\s{0,9}+(?=[\"']))";
        /** What may stand between the name and something else as well: behind these only what looks like a secret is one. */
        private static final String LOOSE =
                "\\s{1,9}+(?:for|of|fur|von|d[aeou]|del)\\s[^\\n.:=]{1,40}?(?:\\s(?:is|was)\\s|:\\s?|=)"
                        + "|[^\"'\n:=]{1,80}?(?:,|\\s(?:not|value|got|was|is))\\s(?=[\"'])"
                        + "|\\s{0,40}+[|\u2502\u2551](?![|])\\s{0,40}+|[ ]{0,3}+\\t\\s{0,20}+"
                        + "|[\"']\\s{0,9}+,\\s{0,9}+(?=[\"'])|\\s?[(\\[](?=[^\\s()\\[\\]]{6,200}+[)\\]])"
                        + "|(?<=name=[\"']?[\\w.-]{0,80})[\"']?+\\s{1,9}+(?:[a-z-]{1,40}+: ?[^\\s]{1,100}+\\s{1,9}+)?+"
                        + "|[\"']?+:?[ \\t\\r]{0,9}+(?:\\n[ \\t]{0,40}+(?:[-=]{3,99}+(?=\\s))?+){1,3}+(?=\\S{6,200}+\\s{0,3}(?:\\n|$))|[\"']?+:?[ \\t]{1,9}+";

        private static final String BLOCK =
                "[|>][-+0-9]{0,3}+\\s{1,40}+" + "|<<[-~]?+[\"']?+\\w{1,20}+[\"']?+\\s{0,40}+|@[\"']\\s{0,9}+\\n";
        private static final String OPEN =
                "(?:(?:-\\s|!{1,2}[\\w/]{1,40}+|&\\w{1,40}+\\s)\\s{0,9}+){0,3}+(?<block>" + BLOCK
                        + ")?+(?:(?:some|q{1,2})[({]"
                        + "|string[(][0-9]{1,4}[)] )?+(?:<!\\[cdata\\[)?+(?:[(\\[]\\s{0,9}+(?=[\"']))?+(?:[@$]?[bruf]?(?=[\"']))?+"
                        + "(?:\"\"(?=[^\\s,;}\\])>\"'])|[\"'`\u201C\u201E\u00AB\u2018]\\s?+)?+";

        static final LatePattern JOINT = LatePattern.of("(?:" + BELOW + "|[\"'](?:\\s{0,9}+[:;,=]){2,3}+\\s{0,9}+"
                + SLIP
                + "|" + SIGN + "|" + NEXT + "|(?<apart>" + ELEMENT + "|" + FIELD + "|" + ARGUMENT + "|" + BARE
                + "|,(?<=(?:with|contains|indexof)[(][\\w./:]{1,80},)(?:" + BLANKS
                + ")?+(?=[\"'])|[\"']\\s{0,9}+[;./-]?+\\s{0,9}+" + SLIP + ")|" + SENTENCE + "|(?<loose>" + LOOSE + "))"
                + OPEN);
    }
}

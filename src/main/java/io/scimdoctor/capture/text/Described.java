package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Sieve;

/** Tells a line that describes what a call may answer, or asks for it in a program, from what a client printed. */
final class Described {
    private static final String VERBS = "(?:get|see|receive|encounter|be (?:returned|refused|rejected|given))";

    /** What a page, a comment or a commit says: in general, or of another time. */
    private static final Sieve GENERAL = new Sieve(
            "(?i)^\\s{0,40}+// |^Content\\s{2,20}: |\\b(?:you|users?|callers?|clients?)(?:'ll| will| may| might| would| can| should)(?: \\w{1,20})? "
                    + VERBS
                    + "\\b|\\b(?:will|would|may|might|can|must) (?:\\w{1,20} )?(?:return|fail with|respond|throw|result in|be (?:returned|refused|rejected))\\b"
                    + "|\\b(?:returns?|throws?|responds? with|results? in)(?: an?| the)?(?: HTTP| status| error| code)* \\W?[1-5]\\d\\d\\W?[^.]{0,60}? (?:if|when|whenever|unless|in case)\\b"
                    + "|\\b(?:corresponding|corresponds?|equivalent|maps?|mapped|mapping) to (?:an? |the )?(?:HTTP|status|error)"
                    + "|\\b(?:wird|werden) [^.\\n]{0,90}zurückgegeben|возвраща(?:ет|ется|ют) [^.\\n]{0,20}код|\\b(?:renvoie|devuelve|retorna|restituisce) (?:le|un|el|o|um|il) c[oó]d|コードを返し|返回[^。\\n]{0,24}代码"
                    + "|\\b[45]\\d\\d [a-z]{5,12}(?: [a-z]{5,12}){0,2} (?:or|atau|oder|ou|или|veya) |\\b[45]\\d\\d (?:\\.{3}|…)`|^\\|[^\\n]{1,400}\\]\\(\\.{0,2}[#/]|\\bthere (?:is|are) (?:an? )?(?:scenario|case|situation)s?\\b|\\bmessages? (?:now|will|should) (?:show|say|include|read)"
                    + "|\\b[1-5]\\d\\d (?:status |response |error )?(?:codes|statuses)\\b|\\bfails with an? (?:HTTP )?status code of\\b"
                    + "|^\\W{0,6}(?:fix|feat|chore|docs|refactor|perf|test)(?:\\([\\w./-]{1,40}\\))?!?: "
                    + "|^\\W{0,6}(?:fixe[ds]|fixes|bump(?:s|ed)?|refactor(?:s|ed)?)\\b"
                    + "|^\\W{1,6}(?:fix|added?|adds|changed?|updated?|improved?|removed?|handled?|support(?:s|ed)?|allow(?:s|ed)?)\\b (?!.{0,200}(?:failed|returned|->|https?://))");

    /** A statement, or the call of a function that ends one. */
    private static final Sieve CODE = new Sieve(
            "^\\s{0,40}+(?:(?:return|throw|raise|const|let|var|final|await|yield|if|elif|while|case|when|assert\\w{0,30}|expect|verify|mock\\w{0,30}|stub\\w{0,30}|res|reply|ctx|app|router)(?: new)?[ .(]{1,2}[^\\n]{0,300}[;{)]\\s{0,9}$|(?:self\\.)?assert\\w{0,30}\\(|@\\w)"
                    + "|^\\s{0,40}+\\[(?:InlineData|TestCase|DataRow)\\("
                    + "|\\w\\([^()]{0,200}(?:\\([^()]{0,100}\\)[^()]{0,100}){0,3}\\);[\\s}]{0,9}$"
                    + "|^(?:(?:const|static|override|virtual|abstract|readonly) ){0,2}(?:[A-Z]\\w{0,80}\\.){2,12}[^\\n]{1,400} -> [\\w.<>!?\\[\\],]{1,200}\\s{0,9}$"
                    + "|\\)\\.(?:to(?:Be|Equal|StrictEqual|HaveBeen\\w{0,20}|Match)|isEqualTo|should|status|statusCode|reply|respond|thenReturn|returns)\\(");

    /** The bar of a chart behind its label. */
    private static final Sieve BAR = new Sieve(
            "[1-5]\\d\\d\\b[^\\n]{0,60}?(?:[\\u2580-\\u2593\\u25A0]{2}|#{4}|\\*{4}|={5}|[xX]{5})[^\\n\\w]{0,200}[\\d.,%() |]{0,20}$");

    /** What all bars are drawn with. */
    private static final Sieve DRAWN = new Sieve("[\\u2580-\\u2593\\u25A0]{2}|#{4}|\\*{4}|={5}|[xX]{5}");

    private Described() {}

    static boolean isIn(String line) {
        return GENERAL.isIn(line) || CODE.isIn(line) || (DRAWN.isIn(line) && BAR.isIn(line));
    }
}

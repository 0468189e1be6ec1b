package io.scimdoctor.capture.text;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.capture.repair.PageText;
import io.scimdoctor.exchange.LatePattern;
import java.io.IOException;

/** A web page or an XML document that is a body. */
public final class MarkupText implements Form<Printed> {
    /** What Python and R print in such brackets, and Python of an answer. */
    private static final LatePattern OBJECT = LatePattern.of("<(?:class '|\\w{1,60}+(?:\\(| (?:in |\\[|\\d)))");

    /** What Robot Framework says again of a failure, at the end of each keyword, test and suite around it. */
    private static final LatePattern AGAIN =
            LatePattern.of("<status status=\"FAIL\"[^>]{0,200}+>[^<]{0,4000}+</status>");

    @Override
    public boolean matches(Printed text) {
        return is(text);
    }

    static boolean is(Printed printed) {
        String text = printed.text();
        boolean tag = text.length() > 1 && (Character.isLetter(text.charAt(1)) || "!?".indexOf(text.charAt(1)) >= 0);
        return tag && text.charAt(0) == '<' && !OBJECT.matcher(text).lookingAt();
    }

    /** A page that is no answer may still be a mail or a report that quotes one; a drawing is none. */
    @Override
    public void read(Printed text, Intake intake) throws IOException {
        if (!intake.exchange(JsonText.body(text)) && !text.text().contains("<svg ")) {
            String once = AGAIN.matcher(text.text()).replaceAll("");
            // Each test of a report begins as in what Go prints of it.
            intake.text(PageText.of(once.replace("<testcase ", "\n=== TEST\n<testcase ")));
        }
    }
}

package io.scimdoctor.capture.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.container.BurpItems;
import io.scimdoctor.capture.container.LoggedObjects;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.capture.record.BareBody;
import io.scimdoctor.capture.repair.BoxedText;
import io.scimdoctor.capture.repair.CurlTrace;
import io.scimdoctor.capture.repair.HexDump;
import io.scimdoctor.capture.repair.MailMessage;
import io.scimdoctor.capture.repair.PageText;
import io.scimdoctor.capture.repair.QuotedPrintable;
import io.scimdoctor.capture.repair.RichText;
import io.scimdoctor.capture.repair.WireLog;
import io.scimdoctor.json.Json;
import java.io.IOException;
import java.util.List;

/** The forms of text: bodies, transcripts of clients, and their error messages. */
public final class TextForms {
    public static final List<Form<Printed>> ALL = List.of(
            new RichText(),
            new MailMessage(),
            new JsonText(),
            new BurpItems(),
            new MarkupText(),
            new CurlTrace(),
            new HexDump(),
            new QuotedPrintable(),
            new BoxedText(),
            new WireLog(),
            new LoggedObjects(),
            new LinesText());

    private TextForms() {}

    /** A text that is one JSON document, whole or cut off. */
    static final class JsonText implements Form<Printed> {
        @Override
        public String name() {
            return "a JSON document";
        }

        @Override
        public boolean matches(Printed text) {
            return text.text().charAt(0) == '{';
        }

        /** Yields nothing when something else follows the first value. */
        @Override
        public void read(Printed text, Intake intake) throws IOException {
            JsonNode node;
            try {
                node = Json.read(text.text());
            } catch (IOException e) {
                broken(text, intake);
                return;
            }
            if (BareBody.is(node) || !intake.record(node)) {
                body(text, intake);
            }
        }

        private static void broken(Printed text, Intake intake) {
            if (Json.end(text.text(), 0) > 0) {
                return;
            }
            JsonNode node = Json.readLeniently(text.text()).node();
            if (node.path("request").isObject() || node.has("log")) {
                intake.unused("this JSON is broken or cut off");
            } else {
                body(text, intake);
            }
        }
    }

    /** A web page or an XML document that is a body. */
    static final class MarkupText implements Form<Printed> {
        @Override
        public String name() {
            return "a web page";
        }

        @Override
        public boolean matches(Printed text) {
            return is(text);
        }

        private static boolean is(Printed text) {
            return text.text().length() > 1
                    && text.text().charAt(0) == '<'
                    && (Character.isLetter(text.text().charAt(1))
                            || text.text().charAt(1) == '!'
                            || text.text().charAt(1) == '?');
        }

        /** A page that is no answer may still be a mail or a report that quotes one. */
        @Override
        public void read(Printed text, Intake intake) throws IOException {
            if (!body(text, intake)) {
                intake.text(PageText.of(text.text()));
            }
        }
    }

    /** Anything else that was printed, line by line. */
    static final class LinesText implements Form<Printed> {
        @Override
        public String name() {
            return "text";
        }

        @Override
        public boolean matches(Printed text) {
            return !MarkupText.is(text);
        }

        @Override
        public void read(Printed text, Intake intake) {
            List<Draft> drafts = drafts(text.lines());
            int read = 0;
            for (Draft draft : drafts) {
                draft.truncated |= text.isCut() && ++read == drafts.size();
                draft.body = PrintedBody.mended(draft.body);
                intake.exchange(draft);
            }
        }
    }

    private static List<Draft> drafts(List<String> lines) {
        if (VerboseCurl.matches(lines)) {
            return new VerboseCurl().read(lines);
        }
        if (PostmanText.matches(lines)) {
            return new PostmanText().read(lines);
        }
        if (Transcript.matches(lines)) {
            return new Transcript().read(lines);
        }
        return LooseText.read(lines).drafts();
    }

    private static boolean body(Printed text, Intake intake) {
        Draft draft = new Draft();
        draft.body = text.text();
        draft.truncated = text.isCut();
        return intake.exchange(draft);
    }

    /** HTTPie and others colour what they print to a terminal. */
    public static String withoutColours(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\u001B') {
                plain.append(c);
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '[') {
                i += 2;
                while (i < text.length() && !Character.isLetter(text.charAt(i))) {
                    i++;
                }
            }
        }
        // A text of nothing but colours must still have a first character.
        return plain.toString().isBlank() ? text.replace('\u001B', '?') : plain.toString();
    }
}

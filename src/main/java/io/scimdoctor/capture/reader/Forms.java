package io.scimdoctor.capture.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.container.BurpItems;
import io.scimdoctor.capture.container.LoggedObjects;
import io.scimdoctor.capture.container.PastedFile;
import io.scimdoctor.capture.container.WrappedLines;
import io.scimdoctor.capture.container.ZipFile;
import io.scimdoctor.capture.form.AllForms;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.capture.record.ActivityRow;
import io.scimdoctor.capture.record.BareBody;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.capture.record.LogWrapper;
import io.scimdoctor.capture.record.OwnExchange;
import io.scimdoctor.capture.record.RecordList;
import io.scimdoctor.capture.record.TableRows;
import io.scimdoctor.capture.repair.BoxedText;
import io.scimdoctor.capture.repair.CurlTrace;
import io.scimdoctor.capture.repair.HexDump;
import io.scimdoctor.capture.repair.MailMessage;
import io.scimdoctor.capture.repair.PrefixedLines;
import io.scimdoctor.capture.repair.QuotedPrintable;
import io.scimdoctor.capture.repair.RichText;
import io.scimdoctor.capture.repair.WireLog;
import io.scimdoctor.capture.source.ByteSource;
import io.scimdoctor.capture.text.FailureWords;
import io.scimdoctor.capture.text.JsonText;
import io.scimdoctor.capture.text.LooseText;
import io.scimdoctor.capture.text.MarkupText;
import io.scimdoctor.capture.text.PostmanText;
import io.scimdoctor.capture.text.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The lists of all forms, the more particular before the more general, and the one way to ask them. */
final class Forms implements AllForms {
    @Override
    public boolean text(Printed text, Intake intake) throws IOException {
        boolean told = PrefixedLines.isMarked(text) || !intake.refuses(text);
        return told && read(TextForms.ALL, text, intake);
    }

    @Override
    public boolean record(JsonNode object, Intake intake) throws IOException {
        int before = intake.told(0);
        boolean found = read(RecordForms.ALL, object, intake);
        // Once one has failed, words beside a call say nothing new.
        boolean said = found && intake.hasFailed();
        boolean told = !said && intake.told(0) == before && FailureWords.isIn(object, found);
        return intake.told(told ? 1 : 0) > before || found;
    }

    @Override
    public void bytes(InputStream bytes, Intake intake) throws IOException {
        CaptureReader.inner(bytes, intake);
    }

    /** Reads a part by the first form that fits and yields something; false when none does. */
    private static <P> boolean read(List<Form<P>> forms, P part, Intake intake) throws IOException {
        long before = intake.found();
        for (Form<P> form : forms) {
            if (form.matches(part)) {
                form.read(part, intake);
                if (intake.found() > before || isUndone(form)) {
                    return intake.found() > before;
                }
            }
        }
        return false;
    }

    /** Whether what a form handed on is the whole part, which is no more as it came. */
    private static boolean isUndone(Form<?> form) {
        return form instanceof PrefixedLines
                || form instanceof MailMessage
                || form instanceof MarkupText
                || form instanceof QuotedPrintable;
    }

    /** Forms of bytes, such as a zip file; what is no such form is text. Loaded when bytes are read. */
    static final class Files {
        static final List<Form<ByteSource>> ALL = List.of(new ZipFile(), new WrappedLines());
    }

    /** Forms of one JSON object: a whole document, a line, an element of a list. Loaded when a record is read. */
    static final class RecordForms {
        static final List<Form<JsonNode>> ALL = List.of(
                new ActivityRow(),
                new OwnExchange(),
                new TableRows(),
                new CallRecord(),
                new BareBody(),
                new LogWrapper(),
                new RecordList());
    }

    /** Forms of text, loaded when one is read: what undoes damage, then the wire, then anything that was printed. */
    static final class TextForms {
        static final List<Form<Printed>> ALL = List.of(
                new PrefixedLines(false),
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
                new PastedFile(false),
                new LoggedObjects(),
                new PostmanText(),
                new Transcript(),
                new LooseText(),
                new PastedFile(true),
                new PrefixedLines(true));
    }
}

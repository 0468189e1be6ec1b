package io.scimdoctor.capture.reader;

import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.NoAnswer;
import io.scimdoctor.capture.source.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a capture of any form: decides the form from the content, and yields the exchanges while it reads. */
public final class CaptureReader {
    private static final int LIMIT = 64 * 1024 * 1024;
    private static final int MEMORY_SHARE = 12;

    private CaptureReader() {}

    /**
     * Reads to the end of the input, which stays open.
     *
     * @param name the file as the user named it, or {@code -}
     * @throws IOException when the input itself fails; what stands in it is never the reason
     */
    public static void read(InputStream in, String name, Hints hints, CaptureSink sink) throws IOException {
        read(in, intake(name, hints, sink), limit());
    }

    /**
     * Whether a file, of which nothing is known, holds captured answers rather than anything else.
     *
     * @throws IOException when the input itself fails
     */
    public static boolean holdsCapture(InputStream in) throws IOException {
        ByteSource source = ByteSource.open(in);
        byte[] head = source.head();
        return switch (Sniffer.form(head, source.headIsAll())) {
            case EMPTY, BINARY -> false;
            case HAR, OWN_RUN, CSV -> true;
            case RECORDS, ARRAY, LINES, VALUES, TEXT -> {
                boolean[] found = new boolean[1];
                CaptureSink first = captured -> found[0] = true;
                read(new ByteArrayInputStream(head), intake("", Hints.NONE, first), LIMIT);
                yield found[0];
            }
        };
    }

    /** Where all forms there are hand what they read. */
    static Intake intake(String name, Hints hints, CaptureSink sink) {
        return new Intake(name, hints, sink, new Forms());
    }

    /** The longest single line, entry or text; a small heap lowers it, because a tree takes several times its text. */
    private static int limit() {
        return (int) Math.min(LIMIT, Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    }

    static void read(InputStream in, Intake intake, int limit) throws IOException {
        ByteSource source = ByteSource.open(in);
        byte[] head = source.head();
        inner(source, intake, limit);
        intake.end();
        if (source.isDamaged()) {
            intake.at(intake.count() + 1).unused("the gzip data is damaged or cut off here");
        } else if (intake.count() == 0) {
            intake.unused(NoAnswer.sentence(new String(head, StandardCharsets.UTF_8)));
        }
    }

    /** Reads what stands inside another form, such as a member of an archive. */
    static void inner(InputStream in, Intake intake) throws IOException {
        inner(ByteSource.open(in), intake, limit());
    }

    private static void inner(ByteSource source, Intake intake, int limit) throws IOException {
        for (Form<ByteSource> file : Forms.Files.ALL) {
            if (file.matches(source)) {
                file.read(source, intake);
                return;
            }
        }
        Sniffer.Form form = Sniffer.form(source.head(), source.headIsAll());
        if (form == Sniffer.Form.TEXT && !intake.hints().fields().isEmpty()) {
            form = Sniffer.Form.LINES;
        }
        switch (form) {
            case EMPTY, BINARY -> {}
            case HAR, RECORDS -> new JsonForms(source, intake, limit).lists();
            case OWN_RUN -> new JsonForms(source, intake, limit).ownRun();
            case ARRAY -> new JsonForms(source, intake, limit).elements();
            case LINES -> new JsonForms(source, intake, limit).lines();
            case VALUES -> new JsonForms(source, intake, limit).values();
            case CSV -> new CsvRows(source, intake, limit).read();
            case TEXT -> text(source, intake, limit);
        }
    }

    private static void text(ByteSource source, Intake intake, int limit) throws IOException {
        if (!source.headIsAll() && TextBlocks.fits(source.head())) {
            new TextBlocks(source, intake, limit).read();
            return;
        }
        String text = new String(source.rest(limit), StandardCharsets.UTF_8);
        boolean more = source.peek() >= 0;
        String plain = Texts.withoutColours(text);
        boolean read = text.isBlank() || intake.takenBySink(plain) || intake.printed(plain, more);
        if (!read && intake.count() == 0 && !intake.isDeep()) {
            intake.unused(NoAnswer.sentence(plain));
        }
        if (more) {
            intake.at(intake.count() + 1).unused("the text is longer than " + limit + " bytes; the rest was not read");
        }
    }
}

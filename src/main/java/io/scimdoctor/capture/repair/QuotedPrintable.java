package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text out of a mail's source: an equals sign stands before two hex digits, or breaks a line (RFC 2045, section 6.7). */
public final class QuotedPrintable implements Form<Printed> {
    /** Broken lines alone, or equals signs alone, are common in other texts. */
    @Override
    public boolean matches(Printed text) {
        boolean broken = false;
        for (String line : text.rawLines()) {
            broken |= line.endsWith("=") && line.length() > 60 && line.length() < 80;
        }
        return broken && (text.text().contains("=3D") || text.text().contains("=\n"));
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        intake.text(decoded(text.text(), StandardCharsets.UTF_8));
    }

    static String decoded(String text, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int next = i + 1 < text.length() ? text.charAt(i + 1) : -1;
            int code = c == '=' && i + 2 < text.length() ? hex(text.charAt(i + 1), text.charAt(i + 2)) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 3;
            } else if (c == '=' && (next == '\n' || next == '\r')) {
                i += next == '\r' && i + 2 < text.length() && text.charAt(i + 2) == '\n' ? 3 : 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(charset));
                i++;
            }
        }
        return bytes.toString(charset);
    }

    private static int hex(char high, char low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }
}
